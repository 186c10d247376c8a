# A file for browsers, bundled from a folder with package.json, package-lock.json and src/; its script "build" takes the file to write.
find_program(NPM_PROGRAM npm REQUIRED)
find_program(GZIP_PROGRAM gzip REQUIRED)

# Has `npm run build` write OUTPUT, and OUTPUT.gz beside it. Packages are installed into the folder, as its lock file pins them,
# unless they are there. All builds of the project share them.
# usage: npm_bundle(FOLDER OUTPUT)
function(npm_bundle folder output)
  get_filename_component(name "${folder}" NAME)
  set(installed "${CMAKE_CURRENT_BINARY_DIR}/${name}-packages.stamp")
  add_custom_command(
    OUTPUT ${installed}
    COMMAND "${PROJECT_SOURCE_DIR}/scripts/install-node-packages" ${folder}
    COMMAND ${CMAKE_COMMAND} -E touch ${installed}
    DEPENDS "${folder}/package.json" "${folder}/package-lock.json" "${PROJECT_SOURCE_DIR}/scripts/install-node-packages"
    COMMENT "Looking for the Node.js packages of ${folder}" VERBATIM)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/src/*")
  file(GLOB settings CONFIGURE_DEPENDS "${folder}/*.js" "${folder}/*.json")
  add_custom_command(
    OUTPUT ${output} ${output}.gz
    COMMAND ${NPM_PROGRAM} run --silent build -- ${output}
    COMMAND ${GZIP_PROGRAM} --best --no-name --keep --force ${output}
    DEPENDS ${sources} ${settings} ${installed}
    WORKING_DIRECTORY ${folder}
    COMMENT "Bundling ${output}" VERBATIM)
endfunction()
