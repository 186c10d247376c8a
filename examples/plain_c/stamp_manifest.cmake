# Writes OUTPUT: MANIFEST with the file name and SHA-256 of LIBRARY filled in.
file(READ "${MANIFEST}" manifest)
file(SHA256 "${LIBRARY}" checksum)
cmake_path(GET LIBRARY FILENAME name)
string(JSON manifest SET "${manifest}" library file "\"${name}\"")
string(JSON manifest SET "${manifest}" library sha256 "\"${checksum}\"")
file(WRITE "${OUTPUT}" "${manifest}\n")
