/* SPDX-License-Identifier: BSL-1.0 */
/**
 * @file metrics.h
 * Extension ccp.metrics/1 of the host: counters, gauges and histograms in the Prometheus data model. Define once, then update
 * by number, which costs no look-up.
 */
#ifndef CCP_EXT_METRICS_H
#define CCP_EXT_METRICS_H

#include "../base.h"

#define CCP_EXT_METRICS "ccp.metrics/1"

/** @name Kinds @{ */
#define CCP_METRIC_COUNTER 1u   /**< update adds a value >= 0 */
#define CCP_METRIC_GAUGE 2u     /**< update sets the value */
#define CCP_METRIC_HISTOGRAM 3u /**< update observes a value, in seconds for times */
/** @} */

/** Offered by the host; same life time as ccp_host_v1. All slots are set. */
typedef struct ccp_ext_metrics_v1 {
    ccp_header header;
    void* ctx;
    /** Defines a series, or finds it when kind, name and labels are those of an earlier definition. [any]
     *  @param name Prometheus metric name, such as "extsrc_resolve_seconds"   @param help one sentence
     *  @param labels fixed labels of this series, may be null when `label_count` is 0
     *  @param id receives the series' number
     *  @return CCP_OK, CCP_E_ARGUMENT, or CCP_E_CONFLICT when the name is in use with another kind */
    int32_t (*define)(void* ctx, uint32_t kind, ccp_str name, ccp_str help, const ccp_pair* labels, size_t label_count,
                      uint32_t* id);
    /** Updates a series; unknown numbers are ignored. [any] */
    void (*update)(void* ctx, uint32_t id, double value);
} ccp_ext_metrics_v1;

#endif
