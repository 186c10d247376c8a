/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file transfer.h
 * Extension ccp.transfer/1 of a plugin: an organization's data leaves and enters as lines of JSON, for backups and for moves
 * from one database to another. The lines are an archive; what is in them is the plugin's. The host keeps them byte for byte,
 * knows nothing of their content, and is told how far things are.
 */
#ifndef CCP_EXT_TRANSFER_H
#define CCP_EXT_TRANSFER_H

#include "../base.h"

#define CCP_EXT_TRANSFER "ccp.transfer/1"

/** @name Parts of a transfer, in the order in which they are gone through @{ */
#define CCP_TRANSFER_EXPORTING 1u /**< lines are written; the only part of an export */
#define CCP_TRANSFER_CHECKING 2u  /**< the archive is read to its end, and nothing is changed */
#define CCP_TRANSFER_STORING 3u   /**< its lines are stored */
#define CCP_TRANSFER_VERIFYING 4u /**< what was stored is read back and compared with the archive */
/** @} */

/** Where an importing plugin takes an archive from. Owned by the host, valid during the call it was passed to. */
typedef struct ccp_line_source_v1 {
    ccp_header header;
    void* ctx;
    /** Gives the next line. [same thread as the call it was passed to]
     *  @param line receives it without its line break; borrowed until the next call of this table
     *  @return CCP_OK; CCP_E_NOT_FOUND behind the last line; CCP_E_ARGUMENT for a line that is too long to be of an archive; or
     *  CCP_E_IO */
    int32_t (*next)(void* ctx, ccp_str* line);
    /** Goes back to before the first line. [same thread]   @return CCP_OK or CCP_E_IO */
    int32_t (*rewind)(void* ctx);
} ccp_line_source_v1;

/** Who watches a transfer. Owned by the host, valid during the call it was passed to. */
typedef struct ccp_transfer_watch_v1 {
    ccp_header header;
    void* ctx;
    /** Is told how far the transfer is, at least once a batch, and says whether it shall go on. [same thread]
     *  @param part  CCP_TRANSFER_*   @param done lines so far   @param total lines in all, or 0 while that is not known
     *  @return CCP_OK, or CCP_E_CANCELLED to have the transfer end at the next point where its work may stop */
    int32_t (*progress)(void* ctx, uint32_t part, uint64_t done, uint64_t total);
} ccp_transfer_watch_v1;

/** Offered by the plugin; valid until the instance is destroyed. Both functions take long, and may be called while the instance
 *  serves. Calls for different organizations may go on at the same time. The host ends its calls before it stops the instance.
 */
typedef struct ccp_ext_transfer_v1 {
    ccp_header header;
    void* ctx; /**< passed back as first argument */

    /** Writes everything of an organization's, as it is at one moment, in a form and order of its own: whenever and wherever
     * the same data is exported, the same bytes come out. The last line proves that the archive is whole. [request][active]
     *  @param lines            receives each line with its line break, one a call; what it fails with is returned
     *  @param deadline_mono_ns give up by then, with CCP_E_TIMEOUT or CCP_E_UNAVAILABLE
     *  @return CCP_OK; CCP_E_ARGUMENT when the id is none; CCP_E_NOT_FOUND when nothing is there of the organization;
     *  CCP_E_CONFLICT while an import of it is not complete; CCP_E_CANCELLED; or another failure. After a failure the lines
     *  written so far are no archive, and cannot be continued */
    int32_t (*export_organization)(void* ctx, ccp_str organization_id, const ccp_transfer_watch_v1* watch,
                                   int64_t deadline_mono_ns, const ccp_sink* lines);

    /** Stores an archive's organization, of which nothing may be there yet, and compares what is then stored with the archive.
     *  Reads the archive to its end before it changes anything. What is stored of it stays stored when the call fails or the
     *  process ends: the same archive then goes on where it stopped, and once it is complete changes nothing. [request][active]
     *  @param archive          the same lines whenever it is rewound
     *  @param deadline_mono_ns give up by then, with CCP_E_TIMEOUT or CCP_E_UNAVAILABLE
     *  @param report           receives one JSON object for operators after a success, such as {"records": 12}
     *  @return CCP_OK; CCP_E_ARGUMENT when the archive is damaged, cut off, of a format it does not know, or breaks a rule, and
     *  the text names the line; CCP_E_CONFLICT when something is there of the organization, when the import of another archive
     *  into it is not complete, or when what was stored is not what the archive says; CCP_E_CANCELLED; or another failure */
    int32_t (*import_organization)(void* ctx, const ccp_line_source_v1* archive, const ccp_transfer_watch_v1* watch,
                                   int64_t deadline_mono_ns, const ccp_sink* report);
} ccp_ext_transfer_v1;

#endif
