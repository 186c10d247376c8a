// SPDX-License-Identifier: BSL-1.0
// A library that exports what a plugin must not: a second symbol, and one that the loader shares between all libraries.

template <typename>
struct __attribute__((visibility("default"))) counter {
    static inline int value = 0;
};

extern "C" __attribute__((visibility("default"))) int* ccp_plugin_entry() {
    return &counter<int>::value;
}
extern "C" __attribute__((visibility("default"))) int second_symbol() {
    return ++counter<int>::value;
}
