/* SPDX-License-Identifier: BSL-1.0 */
/** @file ccp.h The whole plug-in interface of the contact-center host in one include. */
#ifndef CCP_CCP_H
#define CCP_CCP_H

#include "base.h"
#include "ext/config.h"
#include "ext/console.h"
#include "ext/events.h"
#include "ext/metrics.h"
#include "ext/tasks.h"
#include "ext/transfer.h"
#include "host.h"
#include "identity.h"
#include "plugin.h"
#include "request.h"

#endif
