// SPDX-License-Identifier: BSL-1.0
/// @file The OAuth clients a host knows, and how they prove who they are.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccphost {

/// Who a client is and what it may do. Immutable once configured; holds no secret.
struct client_account {
    std::string id;
    std::string organization;  ///< UUID, lower case
    std::vector<std::string> permissions;
};

/// What HTTP Basic carries. Never logged.
struct basic_credentials {
    std::string id;
    std::string secret;
};

/// Reads an Authorization header value of the Basic scheme; nothing when it is malformed.
std::optional<basic_credentials> parse_basic(std::string_view header);

/// The token of an Authorization header value of the Bearer scheme; nothing when it is malformed.
std::optional<std::string_view> parse_bearer(std::string_view header);

/// SHA-256 of `text`, 32 bytes. @throw std::runtime_error when the library has no SHA-256
std::string sha256(std::string_view text);

/// All clients of a host; immutable after the last add. Keeps hashes of the secrets only.
class clients {
public:
    /// @return false when the id is taken
    bool add(client_account account, std::string_view secret);
    /// The account, or null for an unknown id or a wrong secret, in the same time for both.
    [[nodiscard]] std::shared_ptr<const client_account> authenticate(const basic_credentials& given) const;
    [[nodiscard]] bool knows(std::string_view id) const { return known_.contains(id); }
    [[nodiscard]] std::size_t size() const noexcept { return known_.size(); }

private:
    struct entry {
        std::shared_ptr<const client_account> account;
        std::string secret_hash;
    };
    std::map<std::string, entry, std::less<>> known_;
};

}  // namespace ccphost
