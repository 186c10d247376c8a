# Writes OUTPUT: a C++ file with the text of each migration in FILES.

# Fails for what storage/compatibility.hpp would refuse, so that a build which exists can read its own steps.
function(check_compatibility file version)
  file(STRINGS "${file}" said REGEX "^-- serves builds from:")
  list(LENGTH said lines)
  if(lines EQUAL 0)
    return()
  endif()
  if(lines EQUAL 1 AND said MATCHES "^-- serves builds from: *([0-9]+)[ \t]*$")
    if(CMAKE_MATCH_1 GREATER_EQUAL 1 AND CMAKE_MATCH_1 LESS_EQUAL version)
      return()
    endif()
  endif()
  message(FATAL_ERROR "${file}\n must say \"-- serves builds from: N\" once, with N from 1 to ${version}")
endfunction()

set(rows "")
foreach(file IN LISTS FILES)
  cmake_path(GET file STEM name)
  if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_[a-z0-9_]+$")
    message(FATAL_ERROR "sql/${name}.sql is not named NNNN_<what>.sql")
  endif()
  string(REGEX REPLACE "^0+" "" version "${CMAKE_MATCH_1}")
  check_compatibility("${file}" ${version})
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
