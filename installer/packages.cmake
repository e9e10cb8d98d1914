# CPack, in the build folder: cpack -G DEB, RPM or TZST; NSIS on Windows, DragNDrop on macOS.
set(CPACK_PACKAGE_NAME tanaban)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR "Tanaban developers")
set(CPACK_PACKAGE_CONTACT "Tanaban developers <tanaban@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Warehouse client that never loses an acknowledged change")
set(CPACK_PACKAGE_DESCRIPTION
"Stock by warehouse, zone and bin over a local SQLite file or a PostgreSQL server
that many desktops share. When two people touch the same stock, the second one
sees what happened meanwhile, and decides.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

if(WIN32)
    include(windows.cmake)
elseif(APPLE)
    include(macos.cmake)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    # Which components a package has is told for each kind of package.
    configure_file(components.cmake.in components.cmake @ONLY)
    set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_BINARY_DIR}/components.cmake)

    # Debian: libraries are found by dpkg-shlibdeps; what is loaded at run time has to be named.
    set(CPACK_DEBIAN_PACKAGE_SECTION misc)
    set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_PACKAGE_DEPENDS
        "libqt6sql6-sqlite, libqt6sql6-psql, libqt6svg6, qt6-translations-l10n, tzdata, fonts-noto-cjk | fonts-vlgothic | fonts-ipafont-gothic")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "hicolor-icon-theme, shared-mime-info, qt6-wayland")
    set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fcitx5-frontend-qt6")

    # RPM: the bundle, since Debian's libraries have other versions than those of Fedora or openSUSE.
    # It needs what every desktop has; the check of the packages compares this with what is needed.
    set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
    set(CPACK_RPM_PACKAGE_LICENSE GPL-3.0-or-later)
    set(CPACK_RPM_PACKAGE_DESCRIPTION "${CPACK_PACKAGE_DESCRIPTION}")
    set(CPACK_RPM_PACKAGE_GROUP Applications/Productivity)
    set(CPACK_RPM_COMPRESSION_TYPE zstd)
    set(CPACK_RPM_PACKAGE_AUTOREQPROV no)
    set(base "libc.so.6(GLIBC_2.36)" "libstdc++.so.6(GLIBCXX_3.4.30)")
    foreach(library libX11.so.6 libX11-xcb.so.1 libxcb.so.1 libwayland-client.so.0 libEGL.so.1 libGLX.so.0
            libOpenGL.so.0 libfontconfig.so.1 libfreetype.so.6 libharfbuzz.so.0 libz.so.1)
        list(APPEND base "${library}()")
    endforeach()
    list(TRANSFORM base APPEND "(64bit)")
    list(JOIN base ", " CPACK_RPM_PACKAGE_REQUIRES)
    set(CPACK_RPM_SPEC_MORE_DEFINE
        "%global __os_install_post %{nil}\n%global debug_package %{nil}\n%global _build_id_links none\n%global _buildhost localhost")
    set(shared /usr/share/applications /usr/share/metainfo /usr/share/mime /usr/share/mime/packages
        /usr/share/man /usr/share/man/man1 /usr/share/man/ja /usr/share/man/ja/man1
        /usr/share/icons /usr/share/icons/hicolor /usr/share/icons/hicolor/scalable
        /usr/share/icons/hicolor/scalable/apps)
    foreach(size 16 22 24 32 48 64 128 256 512)
        list(APPEND shared /usr/share/icons/hicolor/${size}x${size}
            /usr/share/icons/hicolor/${size}x${size}/apps)
    endforeach()
    set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION ${shared})
endif()
include(CPack)
