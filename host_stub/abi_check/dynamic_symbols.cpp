// SPDX-License-Identifier: BSL-1.0
#include "dynamic_symbols.hpp"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ccphost {
namespace {

/// The bytes of a file; reading beyond its end throws std::out_of_range.
class image {
public:
    explicit image(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(stream), {});
    }
    template <class T>
    [[nodiscard]] T at(std::uint64_t offset) const {
        if (offset > bytes_.size() || sizeof(T) > bytes_.size() - offset) throw std::out_of_range("an entry ends beyond it");
        T value;
        std::memcpy(&value, bytes_.data() + offset, sizeof value);
        return value;
    }
    [[nodiscard]] std::string text(std::uint64_t offset) const {
        if (offset >= bytes_.size()) throw std::out_of_range("a name is beyond it");
        return bytes_.c_str() + offset;
    }

private:
    std::string bytes_;
};

template <class Entry, class Use>
void for_each_entry(const image& file, const ElfW(Shdr) & section, Use use) {
    for (std::uint64_t i = 0; i < section.sh_size / sizeof(Entry); ++i)
        use(file.at<Entry>(section.sh_offset + i * sizeof(Entry)));
}

void sort_in(const ElfW(Sym) & symbol, const std::string& name, dynamic_symbols& into) {
    const auto binding = ELF64_ST_BIND(symbol.st_info);
    if (name.empty() || binding == STB_LOCAL) return;
    if (symbol.st_shndx == SHN_UNDEF) {
        into.imported.push_back(name);
    } else if (symbol.st_shndx == SHN_ABS && ELF64_ST_TYPE(symbol.st_info) == STT_OBJECT) {
        into.version_nodes.push_back(name);
    } else {
        into.exported.push_back(name);
        if (binding == STB_GNU_UNIQUE) into.unique.push_back(name);
    }
}

void read_section(const image& file, const ElfW(Ehdr) & head, const ElfW(Shdr) & section, dynamic_symbols& into) {
    if (section.sh_type == SHT_DYNSYM) {
        const auto names = file.at<ElfW(Shdr)>(head.e_shoff + std::uint64_t{section.sh_link} * sizeof(ElfW(Shdr)));
        for_each_entry<ElfW(Sym)>(file, section, [&](const ElfW(Sym) & symbol) {
            sort_in(symbol, file.text(names.sh_offset + symbol.st_name), into);
        });
    } else if (section.sh_type == SHT_DYNAMIC) {
        for_each_entry<ElfW(Dyn)>(file, section, [&](const ElfW(Dyn) & entry) {
            if (entry.d_tag == DT_FLAGS_1 && (entry.d_un.d_val & DF_1_NODELETE) != 0) into.nodelete = true;
        });
    }
}

}  // namespace

result<dynamic_symbols> read_dynamic_symbols(const std::filesystem::path& file) try {
    const image bytes(file);
    const auto head = bytes.at<ElfW(Ehdr)>(0);
    dynamic_symbols found;
    for (unsigned i = 0; i < head.e_shnum; ++i) {
        read_section(bytes, head, bytes.at<ElfW(Shdr)>(head.e_shoff + i * sizeof(ElfW(Shdr))), found);
    }
    if (found.exported.empty()) return failure{step::load, "exports nothing"};
    return found;
} catch (const std::out_of_range& error) {
    return failure{step::load, std::string("has malformed symbols: ") + error.what()};
}

}  // namespace ccphost
