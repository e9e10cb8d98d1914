# Component bundle, made only when it is asked for: lib/tanaban with the programs, Qt and every other
# library they need, and bin/ with links to them. What every desktop has itself is left out: the C and
# C++ libraries, OpenGL, X and fonts, which have to fit that computer.
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
execute_process(COMMAND ${qmake} -query QT_INSTALL_PLUGINS
    OUTPUT_VARIABLE TANABAN_PLUGIN_FOLDER OUTPUT_STRIP_TRAILING_WHITESPACE)
set(TANABAN_PLUGINS
    platforms/libqxcb platforms/libqwayland-generic platforms/libqoffscreen
    wayland-shell-integration/libxdg-shell wayland-decoration-client/libbradient
    platforminputcontexts/libibusplatforminputcontextplugin
    platforminputcontexts/libfcitx5platforminputcontextplugin
    platforminputcontexts/libcomposeplatforminputcontextplugin
    sqldrivers/libqsqlite sqldrivers/libqsqlpsql
    imageformats/libqsvg imageformats/libqjpeg imageformats/libqgif imageformats/libqico
    iconengines/libqsvgicon)
if(TARGET Qt6::PrintSupport)
    list(APPEND TANABAN_PLUGINS printsupport/libcupsprintersupport)
endif()
set(base_libraries
    "ld-linux[^.]*" libc libm libdl librt libpthread libresolv libutil libnsl "libstdc[+][+]" libgcc_s
    libGL libEGL libGLX libGLdispatch libOpenGL libGLESv2 libgbm libdrm libvulkan
    libX11 libX11-xcb libxcb libXau libXdmcp libwayland-client
    libfontconfig libfreetype libharfbuzz libexpat libz)
list(JOIN base_libraries "|" TANABAN_BASE_LIBRARIES)
find_program(TANABAN_PATCHELF patchelf)
configure_file(gather.cmake.in gather.cmake @ONLY)
install(SCRIPT ${CMAKE_CURRENT_BINARY_DIR}/gather.cmake COMPONENT bundle EXCLUDE_FROM_ALL)

# Component portable: what is beside the bundle for people who unpack it themselves.
configure_file(portable/README.in README @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/README DESTINATION . COMPONENT portable EXCLUDE_FROM_ALL)
install(PROGRAMS portable/install portable/uninstall DESTINATION .
    COMPONENT portable EXCLUDE_FROM_ALL)
