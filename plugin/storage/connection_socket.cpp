// SPDX-License-Identifier: BSL-1.0
#include "storage/connection_socket.hpp"

#include <sys/socket.h>

namespace extsrc::storage {

void shut_down(int socket) noexcept {
    if (socket >= 0) (void)::shutdown(socket, SHUT_RDWR);
}

}  // namespace extsrc::storage
