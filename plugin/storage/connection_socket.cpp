// SPDX-License-Identifier: BSL-1.0
#include "storage/connection_socket.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>

namespace extsrc::storage {
namespace {

class held_socket {
public:
    explicit held_socket(int socket) : descriptor_(socket < 0 ? -1 : fcntl(socket, F_DUPFD_CLOEXEC, 0)) {}
    held_socket(const held_socket&) = delete;
    held_socket& operator=(const held_socket&) = delete;
    ~held_socket() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    void shut_down() const noexcept {
        if (descriptor_ >= 0) (void)::shutdown(descriptor_, SHUT_RDWR);
    }

private:
    int descriptor_;
};

}  // namespace

std::function<void()> shut_down_later(int socket) {
    return [held = std::make_shared<held_socket>(socket)] { held->shut_down(); };
}

}  // namespace extsrc::storage
