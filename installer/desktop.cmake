# The entry in the menu, icons, the type of file, the description for software centres and the
# manual pages, where every freedesktop.org desktop looks for them.
set(share ${CMAKE_INSTALL_DATADIR})
install(FILES tanaban.desktop DESTINATION ${share}/applications COMPONENT desktop)
install(FILES tanaban.xml DESTINATION ${share}/mime/packages COMPONENT desktop)
install(FILES tanaban.svg DESTINATION ${share}/icons/hicolor/scalable/apps COMPONENT desktop)
foreach(size 16 22 24 32 48 64 128 256 512)
    drawn_icon(tanaban-${size}.png ${size})
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tanaban-${size}.png RENAME tanaban.png
        DESTINATION ${share}/icons/hicolor/${size}x${size}/apps COMPONENT desktop)
endforeach()
configure_file(tanaban.metainfo.xml.in tanaban.metainfo.xml @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tanaban.metainfo.xml
    RENAME local.tanaban.Tanaban.metainfo.xml DESTINATION ${share}/metainfo COMPONENT desktop)

# compressed(<source> <file>): what manuals and changes are kept as.
function(compressed source file)
    add_custom_command(OUTPUT ${file} DEPENDS ${source} COMMAND gzip -9nc ${source} > ${file})
    set(made ${made} ${CMAKE_CURRENT_BINARY_DIR}/${file} PARENT_SCOPE)
endfunction()
compressed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog.gz)
install(FILES copyright ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz DESTINATION ${share}/doc/tanaban
    COMPONENT desktop)

# Whoever adds a command or an option to tanabanctl has told its page as well.
add_executable(writemanual manual/writemanual.cpp)
target_link_libraries(writemanual PRIVATE tanaban::cli tanaban::compile_settings)
foreach(page tanaban.1 tanaban.ja.1)
    configure_file(manual/${page}.in ${page} @ONLY)
    compressed(${CMAKE_CURRENT_BINARY_DIR}/${page} ${page}.gz)
endforeach()
configure_file(manual/tanabanctl.1.in tanabanctl.1.in @ONLY)
add_custom_command(OUTPUT tanabanctl.1 DEPENDS writemanual ${CMAKE_CURRENT_BINARY_DIR}/tanabanctl.1.in
    COMMAND ${run} $<TARGET_FILE:writemanual> tanabanctl.1.in tanabanctl.1)
compressed(${CMAKE_CURRENT_BINARY_DIR}/tanabanctl.1 tanabanctl.1.gz)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tanaban.1.gz ${CMAKE_CURRENT_BINARY_DIR}/tanabanctl.1.gz
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT desktop)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tanaban.ja.1.gz RENAME tanaban.1.gz
    DESTINATION ${CMAKE_INSTALL_MANDIR}/ja/man1 COMPONENT desktop)
