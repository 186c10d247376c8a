// SPDX-License-Identifier: BSL-1.0
/// @file The words in which the binary layout of the interface is written down. Each is an assertion at compile time.
#pragma once

#include <ccp/ccp.h>

#include <type_traits>

/// No padding between members or at the end: the compiler puts nothing there that the headers do not name.
template <typename T>
constexpr bool is_plain = std::is_standard_layout_v<T>&& std::is_trivial_v<T>&& std::has_unique_object_representations_v<T>;

/// The size of a struct in the present minor version; it may grow in the next.
#define SIZE(type, bytes) static_assert(sizeof(type) == (bytes) && is_plain<type>, #type " has another size")
/// The size of a struct that never grows, since it has no header to tell its size by.
#define FROZEN(type, bytes) static_assert(sizeof(type) == (bytes) && is_plain<type>, #type " is frozen and has another size")
/// Where a member is, and of which type.
#define MEMBER(type, member, offset, ...)                                                                    \
    static_assert(offsetof(type, member) == (offset) && std::is_same_v<decltype(type::member), __VA_ARGS__>, \
                  #type "." #member " has another place or type")
/// The type of a function.
#define SIGNATURE(type, ...) static_assert(std::is_same_v<type, __VA_ARGS__>, #type " is another function")
