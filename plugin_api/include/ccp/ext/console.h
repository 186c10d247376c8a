/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file console.h
 * Extension ccp.console/1 of a plugin: its pages in the host's admin console. The host owns the shell around them: the frame,
 * the menu, signing in and the session. A plugin brings files for the browser, and says which of them shows what under which
 * entry of the menu.
 *
 * What the browser is told
 * - A page is a custom element that an ES module of the plugin's defines. The shell imports a module once in the life of a
 *   browser window, creates the element of the chosen entry, sets the properties below, and puts it into the page's <main>. It
 *   removes the element when another entry is chosen. A plugin may be replaced meanwhile; the page then goes on as it is, so
 *   that the requests of the former build's pages should be served by the next one.
 * - All assets of a plugin have one common folder as their URL, so that modules may import each other by relative URL. It is
 *   another folder whenever an asset changed; responses are kept by browsers for ever.
 * - Property `console`, set before the element is connected. An object with
 *     can(permission)               boolean: whether the signed-in client holds "domain:entity:action"
 *     request(path, {method = "GET", body, signal} = {})
 *                                   Promise<Response>: a request to this host, for the signed-in client. A `body` other than a
 *                                   string is sent as JSON. When the session has ended, the shell lets the user sign in again,
 *                                   over the page, and repeats the request; it answers 401 only when the user did not. Rejects
 *                                   as fetch() does
 *     subscribe(topics, onEvent)    function that ends it: events of the host under these topics (an array of strings). Calls
 *                                   onEvent({topicName, eventBody}); and onEvent({topicName: "reconnected"}) when the
 *                                   connection was away, as it is while the tab is hidden, or took long to be made, so
 *                                   that events may have been missed
 *     announce(text, assertive = false)  has assistive technology read the text out
 *     navigate(path)                goes to a path of the console, such as "directory/contacts/ID"
 *     path                          what `subpath` below says, at the moment
 *     title(text)                   names the page in the window's title, until the next navigation
 *     locale                        BCP 47 tag in which to write dates and numbers
 * - Property `subpath`, a string without a leading slash: what follows the entry's own path in the URL. Set before the element
 *   is connected, and again when it changes while the entry stays the same. Links to "/admin/PATH" need no code.
 * - The element shows one <h1>, in its open shadow root or in itself, once it is connected and its promise `updateComplete`, if
 *   it has one, is fulfilled. The shell moves the focus there after every navigation, or calls the element's
 *   `focusHeading()` instead where there is one.
 * - Property `unsaved`, where there is one: while it is true the shell asks the user before it takes the element away.
 * - Custom properties of CSS, with contrast of at least AA in a light and in a dark scheme: --ccp-font, --ccp-text,
 *   --ccp-text-muted, --ccp-background, --ccp-surface, --ccp-border, --ccp-accent, --ccp-accent-text, --ccp-danger,
 *   --ccp-success, --ccp-warning, --ccp-focus, --ccp-radius.
 * - The page's Content-Security-Policy admits scripts, styles, images, fonts and requests of this host alone, and no inline
 *   script or style; markup is assigned through the Trusted Types policy "lit-html" only. Style sheets are constructed, or
 *   assets.
 */
#ifndef CCP_EXT_CONSOLE_H
#define CCP_EXT_CONSOLE_H

#include "../base.h"

#define CCP_EXT_CONSOLE "ccp.console/1"

/** @name Limits; a table beyond them is refused @{ */
#define CCP_CONSOLE_MOST_ASSETS 64u
#define CCP_CONSOLE_MOST_ASSET_BYTES 2097152u /**< of all assets together */
#define CCP_CONSOLE_MOST_ENTRIES 32u
/** @} */

/** A file for the browser. *Frozen.* 64 bytes. */
typedef struct ccp_console_asset {
    ccp_str path;         /**< relative: segments of a to z, 0 to 9, '.', '_' and '-', joined by '/'; none is "." or "..", and
                             all are 200 bytes at most */
    ccp_str content_type; /**< such as "image/svg+xml", in lower case and 100 bytes at most; "; charset=utf-8" may follow. A
                             module's is "text/javascript" */
    ccp_str content_encoding; /**< null, or "gzip" when the bytes are so encoded */
    ccp_str bytes;
} ccp_console_asset;

/** An entry of the console's menu. *Frozen.* 96 bytes. */
typedef struct ccp_console_entry {
    ccp_str group;   /**< heading it stands under, such as "Directory": UTF-8 without control characters, 100 bytes at
                        most. Entries of one heading follow each other */
    ccp_str label;   /**< such as "External Sources"; as `group` */
    ccp_str path;    /**< segments of a to z, 0 to 9 and '-', joined by '/', such as "directory/external-sources"; 200
                        bytes at most. Of two plugins with the same path the first loaded has it */
    ccp_str module;  /**< path of the asset, an ES module, that defines `element` */
    ccp_str element; /**< name of the custom element, of a to z, 0 to 9 and single '-' inside, such as "acme-orders"; 100
                        bytes at most */
    const ccp_str* permissions; /**< 1 to 64; who holds none of them is not shown the entry. This hides; what the pages
                                   request is what the host checks permissions of */
    size_t permission_count;
} ccp_console_entry;

/** Offered by the plugin once it has started; the table and all it leads to is valid and the same until the instance is
 *  destroyed. The host takes a copy while it prepares the instance to serve, and refuses one whose table breaks a rule above.
 */
typedef struct ccp_ext_console_v1 {
    ccp_header header;
    const ccp_console_asset* assets;
    size_t asset_count;
    const ccp_console_entry* entries;
    size_t entry_count;
} ccp_ext_console_v1;

#endif
