// SPDX-License-Identifier: BSL-1.0
#include "elf_image.hpp"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <fstream>

namespace ccphost {
namespace {

#if defined(__x86_64__)
constexpr int machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr int machine = EM_AARCH64;
#else
#error "name the ELF machine of this platform"
#endif

template <class T>
bool read_at(std::ifstream& stream, std::uint64_t offset, T& into) {
    stream.seekg(static_cast<std::streamoff>(offset));
    return static_cast<bool>(stream.read(reinterpret_cast<char*>(&into), sizeof into));
}

}  // namespace

std::string elf_fault(const std::filesystem::path& file) {
    std::error_code bad;
    const auto size = std::filesystem::file_size(file, bad);
    std::ifstream stream(file, std::ios::binary);
    ElfW(Ehdr) head{};
    if (bad || !stream) return "cannot be read";
    if (!read_at(stream, 0, head) || std::memcmp(head.e_ident, ELFMAG, SELFMAG) != 0) return "is not an ELF file";
    if (head.e_ident[EI_CLASS] != ELFCLASS64 || head.e_machine != machine) return "is built for another machine";
    if (head.e_type != ET_DYN) return "is not a shared library";
    if (head.e_phentsize != sizeof(ElfW(Phdr))) return "has a malformed ELF header";
    for (unsigned i = 0; i < head.e_phnum; ++i) {
        ElfW(Phdr) segment{};
        if (!read_at(stream, head.e_phoff + i * sizeof segment, segment)) return "is cut off in its program headers";
        if (segment.p_offset > size || segment.p_filesz > size - segment.p_offset)
            return "is cut off: a segment ends beyond the file";
    }
    // The dynamic linker does not need these, but their absence tells of a copy that was cut short.
    if (head.e_shoff > size || std::uint64_t{head.e_shnum} * head.e_shentsize > size - head.e_shoff) {
        return "is cut off: its section headers end beyond the file";
    }
    return {};
}

}  // namespace ccphost
