# moc looks for nothing in Qt's headers that our classes need, and reading them takes it thirty times as
# long: it is given our own folders only.
get_target_property(moc Qt6::moc IMPORTED_LOCATION)
if(UNIX)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/moc @ONLY CONTENT [[#!/bin/sh
for argument; do
    shift
    case $argument in
        -I@PROJECT_SOURCE_DIR@*) set -- "$@" "$argument" ;;
        -I*) ;;
        *) set -- "$@" "$argument" ;;
    esac
done
exec @moc@ "$@"
]])
    file(CHMOD ${CMAKE_BINARY_DIR}/moc PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    set(moc ${CMAKE_BINARY_DIR}/moc)
endif()

# tanaban_library(<name> LINKS ... [PRIVATE_LINKS ...])
# Every source file of the folder; target tanaban_<name>, alias tanaban::<name>.
# Headers take most of the time to compile a file: the presets for people and tests compile a dozen
# files as one (CMAKE_UNITY_BUILD). The preset `dev` does not, so that a file that forgets an include
# is found.
function(tanaban_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;PRIVATE_LINKS")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/${name}/*.cpp ${PROJECT_SOURCE_DIR}/${name}/*.h)
    add_library(tanaban_${name} STATIC ${sources})
    add_library(tanaban::${name} ALIAS tanaban_${name})
    set_target_properties(tanaban_${name} PROPERTIES AUTOMOC ON AUTOMOC_EXECUTABLE ${moc})
    target_include_directories(tanaban_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(tanaban_${name}
        PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS} tanaban::compile_settings)
endfunction()

# tanaban_sources_with(<headers> <folder> <variable>): the sources of the folder that include such a
# header (a regular expression).
function(tanaban_sources_with headers folder variable)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    set(found)
    foreach(source IN LISTS sources)
        file(STRINGS ${source} line REGEX "#include \"${headers}\"" LIMIT_COUNT 1)
        if(line)
            list(APPEND found ${source})
        endif()
    endforeach()
    set(${variable} ${found} PARENT_SCOPE)
endfunction()

# Which tests a build is for: those with the label `release` run at the speed people have, all others
# with sanitizers; ./dev test builds each set once. all: both (plain cmake, preset dev).
set(TANABAN_TESTS all CACHE STRING "all, sanitized or release")

# tanaban_tests(<name> FOLDERS folder... LINKS ... [RELEASE] [TIMEOUT seconds] [NEEDS target...])
# One program tests_<name> of all sources in the folders (linking one program for each file would take
# longer than compiling them all), and one ctest entry for each file *test.cpp in them, found by itself.
# RELEASE: for the optimised build. A file worker.cpp is a program of its own.
function(tanaban_tests name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "RELEASE" "TIMEOUT" "FOLDERS;LINKS;NEEDS")
    set(sources)
    foreach(folder IN LISTS arg_FOLDERS)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}
            ${folder}/*.cpp ${folder}/*.h)
        list(APPEND sources ${found})
    endforeach()
    list(FILTER sources EXCLUDE REGEX "/worker[.]cpp$")

    set(target tests_${name})
    add_executable(${target} support/testprogram.cpp ${sources})
    set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOMOC_EXECUTABLE ${moc})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${target} PRIVATE ${arg_LINKS} Qt6::Test tanaban::compile_settings)
    if(arg_NEEDS)
        add_dependencies(${target} ${arg_NEEDS})
    endif()

    set(set_of_tests sanitized)
    set(labels ${name})
    if(arg_RELEASE)
        set(set_of_tests release)
        list(APPEND labels release)
    endif()
    if(NOT TANABAN_TESTS MATCHES "^(all|${set_of_tests})$")
        set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
        return()
    endif()
    list(FILTER sources INCLUDE REGEX "test[.]cpp$")
    foreach(source IN LISTS sources)
        string(REGEX REPLACE "[.]cpp$" "" test ${source})
        add_test(NAME ${test} COMMAND ${target} ${test})
        set_tests_properties(${test} PROPERTIES LABELS "${labels}" TIMEOUT ${arg_TIMEOUT}
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_HASH_SEED=0;LC_ALL=C.UTF-8;TZ=UTC;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000;TANABAN_BIN=${CMAKE_BINARY_DIR}/bin;TANABAN_SOURCE=${PROJECT_SOURCE_DIR}")
    endforeach()
endfunction()
