/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file base.h
 * The words every other header of the plug-in interface is written in: the version, the common struct header, strings,
 * status codes and the output sink.
 *
 * Rules that hold for the whole interface
 * - C11, fixed-width integers only; no bool, enum, long, bit-field, FILE* or varargs crosses.
 * - Every struct that crosses begins with a ccp_header, so that either side can tell how much of it the other knows. Structs
 *   only grow at their end within a major version. Those marked *frozen* have no header and never change.
 * - Inputs are borrowed: the callee may read them until it returns, and copies what it keeps. Outputs go through a sink or into
 *   a buffer of the caller's. Nothing allocated on one side is freed on the other.
 * - Text is UTF-8, given by pointer and length, not NUL-terminated, unless a field says otherwise.
 * - No exception, longjmp or signal crosses.
 *
 * Thread tags, used on every function
 * - [main]    the control thread; never at the same time as another [main] call into the same instance.
 * - [any]     any thread, at the same time as any other call.
 * - [request] a worker thread of the host; concurrent with others, once per request or interaction.
 * - [active] / [!active]  only between a successful start and drain / only outside it.
 */
#ifndef CCP_BASE_H
#define CCP_BASE_H

#include <stddef.h>
#include <stdint.h>

/** Version of the interface described by these headers. Majors must be equal; of the minors the smaller one is in force. */
#define CCP_ABI_MAJOR 1
#define CCP_ABI_MINOR 3

/** First word of every struct that crosses: "CCP1" read as a little-endian integer. */
#define CCP_MAGIC UINT32_C(0x31504343)

/** First member of every struct that crosses, in this order for ever. 16 bytes. */
typedef struct ccp_header {
    uint32_t magic;       /**< CCP_MAGIC */
    uint32_t struct_size; /**< sizeof the struct as its maker compiled it, in bytes */
    uint16_t abi_major;   /**< CCP_ABI_MAJOR of its maker */
    uint16_t abi_minor;   /**< CCP_ABI_MINOR of its maker */
    uint32_t reserved;    /**< zero */
} ccp_header;

/** Initialiser of the header of a struct of the given type. */
#define CCP_HEADER_INIT(type) \
    { CCP_MAGIC, (uint32_t)sizeof(type), CCP_ABI_MAJOR, CCP_ABI_MINOR, 0u }

/** Whether the struct behind `pointer` reaches as far as `member`. Ask before reading any member newer than minor 0. */
#define CCP_HAS(type, pointer, member) \
    ((size_t)(pointer)->header.struct_size >= offsetof(type, member) + sizeof((pointer)->member))

/** Borrowed text. Empty is {any, 0}; a null `ptr` means absent where a field says it may be. *Frozen.* 16 bytes. */
typedef struct ccp_str {
    const char* ptr;
    size_t len; /**< bytes */
} ccp_str;

/** A borrowed name with its value. *Frozen.* 32 bytes. */
typedef struct ccp_pair {
    ccp_str name;
    ccp_str value;
} ccp_pair;

/** @name Status
 * What functions return: CCP_OK, CCP_PENDING where documented, or a negative code of this closed list. Treat any other value as
 * CCP_E_INTERNAL. Text for people goes through ccp_host_v1::set_error before the function returns.
 * @{ */
#define CCP_OK 0
#define CCP_PENDING 1        /**< accepted; ccp_host_v1::complete will follow */
#define CCP_E_ARGUMENT (-10) /**< an argument breaks the function's contract */
#define CCP_E_ABI (-11)      /**< versions or sizes do not fit, or a required function is missing */
#define CCP_E_UNSUPPORTED (-12)
#define CCP_E_CONFIG (-13) /**< the configuration is not usable */
#define CCP_E_STATE (-20)  /**< not allowed at this point of the life cycle */
#define CCP_E_STALE (-21)  /**< the token names no open request (any more) */
#define CCP_E_NOT_FOUND (-30)
#define CCP_E_CONFLICT (-31)
#define CCP_E_DENIED (-40)
#define CCP_E_BUSY (-50)    /**< try again later; nothing was changed */
#define CCP_E_TIMEOUT (-51) /**< the deadline passed */
#define CCP_E_CANCELLED (-52)
#define CCP_E_IO (-60)
#define CCP_E_UNAVAILABLE (-61) /**< something it depends on, such as a database, is away */
#define CCP_E_NO_MEMORY (-62)
#define CCP_E_INTERNAL (-70)
/** @} */

/** Where a callee writes output of any length. Owned by the caller, valid until the call it was passed to returns. */
typedef struct ccp_sink {
    ccp_header header;
    void* ctx;
    /** Appends bytes; the receiver copies them at once. [same thread as the call it was passed to]
     *  @return CCP_OK, or CCP_E_NO_MEMORY when the receiver's limit is reached; stop writing then. */
    int32_t (*write)(void* ctx, ccp_str bytes);
} ccp_sink;

/** A buffer of the caller's. The callee writes at most `capacity` bytes and always sets `length` to what it had to write, so
 *  that length > capacity tells the caller that the text was cut at a character's edge. *Frozen.* 24 bytes. */
typedef struct ccp_buffer {
    char* ptr; /**< owned by the caller; null with capacity 0 when the output is not wanted */
    size_t capacity;
    size_t length;
} ccp_buffer;

#endif
