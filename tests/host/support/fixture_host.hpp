// SPDX-License-Identifier: BSL-1.0
/// @file A host with the fixture plugin.
#pragma once

#include "child_process.hpp"
#include "http_client.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace ccphost::test {

/// The fixture's manifest for a build of it, with the right checksum. @param library absolute
boost::json::object fixture_manifest(const std::filesystem::path& library);
/// Puts a value into a document. @param pointer a JSON Pointer whose parent is there
void set_at(boost::json::value& document, const std::string& pointer, boost::json::value value);
/// The file of a build of the fixture; "NONE" is the sound one.
std::filesystem::path fixture_library(const std::string& fault);
/// A host configuration with the clients "admin" (fixture:*:*), "viewer" (fixture:thing:view) and "nobody" (nothing) of
/// one organization, and "foreigner" (fixture:*:*) of another.
boost::json::object fixture_config(const std::filesystem::path& manifest, const std::filesystem::path& control);

/// Files for a host in a directory of their own: manifest.json and host.json.
class fixture_files {
public:
    explicit fixture_files(const std::string& fault = "NONE");
    [[nodiscard]] std::filesystem::path at(const std::string& name) const { return directory_.path() / name; }
    /// Writes JSON to a file of the directory.
    void write(const std::string& name, const boost::json::value& value) const;
    [[nodiscard]] boost::json::object config() const;

private:
    temporary_directory directory_;
};

/// A serving host.
class fixture_host {
public:
    /// @param changes members to be put into the configuration   @param plugin members to be put into the plugin's entry
    explicit fixture_host(const boost::json::object& changes = {}, const boost::json::object& plugin = {});

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] child_process& process() { return process_; }
    [[nodiscard]] const fixture_files& files() const { return files_; }
    /// An Authorization header line with a new token of the client.
    [[nodiscard]] std::string authorization(const std::string& client = "admin") const;

private:
    fixture_files files_;
    child_process process_;
    std::uint16_t port_;
};

/// "Authorization: Basic ..." of the client with its secret, or another.
std::string basic(const std::string& client, const std::string& secret = "secret");

}  // namespace ccphost::test
