// SPDX-License-Identifier: BSL-1.0
/// @file Who may include what: the table of ARCHITECTURE.md as data, and the reader that checks a source tree against it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace architecture {

/// A third-party library that one file alone may include, so that it can be replaced there.
struct confinement {
    std::string header;  ///< prefix of the include's target, such as "phonenumbers/"
    std::string stem;    ///< path of that file without its extension, such as "plugin/domain/phone_number"
};

/// What the sources of one folder may include. Everything not named here is forbidden.
struct folder_rule {
    std::string folder;                    ///< relative to the root of the project; the longest match governs a file
    std::string include_root;              ///< where includes in quotes are looked up, beside the including file's own folder
    std::vector<std::string> own;          ///< folders of the project that may be included, its own among them
    std::vector<std::string> third_party;  ///< prefixes of includes of libraries
    bool standard_library = true;          ///< headers of C++
    std::vector<confinement> confined;     ///< libraries allowed in one file only, beside `third_party`
};

/// A forbidden include.
struct violation {
    std::string file;  ///< relative to the root of the project
    int line;
    std::string reason;

    /// `file:line: reason`, as compilers print it.
    std::string text() const;
};

/// The rules of this project.
const std::vector<folder_rule>& project_rules();

/// The rule that governs a file, by the longest matching folder, or null when there is none.
/// @param file relative to the root of the project
const folder_rule* rule_of(const std::string& file, const std::vector<folder_rule>& rules);

/// All forbidden includes below the folders that the rules name, sorted. Files of no rule's folder are violations themselves.
/// @throws std::runtime_error when a rule names a folder that is not there or holds no source: the check would be void.
std::vector<violation> check_includes(const std::filesystem::path& root, const std::vector<folder_rule>& rules);

}  // namespace architecture
