# Writes OUTPUT: a C++ file with the text of each migration in FILES.
set(rows "")
foreach(file IN LISTS FILES)
  cmake_path(GET file STEM name)
  if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_[a-z0-9_]+$")
    message(FATAL_ERROR "sql/${name}.sql is not named NNNN_<what>.sql")
  endif()
  string(REGEX REPLACE "^0+" "" version "${CMAKE_MATCH_1}")
  file(READ "${file}" text)
  string(APPEND rows "    migration{${version}, \"${name}\", R\"SQL(${text})SQL\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made from sql/*.sql by storage/embed_migrations.cmake.
#include <array>

#include \"storage/migration.hpp\"

namespace extsrc::storage {
namespace {

constexpr std::array embedded{
${rows}};

}  // namespace

std::span<const migration> migrations() { return embedded; }

}  // namespace extsrc::storage
")
