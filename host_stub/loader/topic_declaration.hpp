// SPDX-License-Identifier: BSL-1.0
/// @file The topics a manifest declares: what may be subscribed to, and by whom.
#pragma once

#include "json_members.hpp"
#include "permission_demand.hpp"
#include "topic_pattern.hpp"

#include <string>
#include <vector>

namespace ccphost {

/// One entry of a manifest's "topics".
struct topic_declaration {
    std::string text;  ///< as in the manifest, for messages
    topic_pattern pattern;
    permission_demand demand;  ///< of subscribers
};

/// Reads the member "topics"; an absent one is empty. Refuses two declarations that some topic would fall under, so that it is
/// never open which permission a topic demands. @throw member_error
std::vector<topic_declaration> read_topics(json_members& manifest);

}  // namespace ccphost
