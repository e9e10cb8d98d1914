# One INTERFACE target carries every compile setting; each of our targets links it PRIVATE.
add_library(tanaban_compile_settings INTERFACE)
add_library(tanaban::compile_settings ALIAS tanaban_compile_settings)

target_compile_features(tanaban_compile_settings INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
target_compile_definitions(tanaban_compile_settings INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_JAVA_STYLE_ITERATORS
    QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_MESSAGELOGCONTEXT
    QT_FORCE_ASSERTS
    TANABAN_VERSION="${PROJECT_VERSION}")

option(TANABAN_WARNINGS_AS_ERRORS "Treat every compiler warning as an error" ON)
set(tanaban_warnings
    -Wall -Wextra -Wpedantic
    -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-align -Wcast-qual
    -Wnon-virtual-dtor -Woverloaded-virtual -Wundef -Wformat=2
    -Wimplicit-fallthrough -Wextra-semi -Wdouble-promotion)
# Of files that are compiled as one, each knows the functions that another has for itself.
set(tanaban_warnings_gnu
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast -Wsuggest-override
    $<IF:$<BOOL:${CMAKE_UNITY_BUILD}>,-Wshadow=local,-Wshadow>)
set(tanaban_warnings_clang
    $<$<NOT:$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wshadow> -Wimplicit-int-conversion -Winconsistent-missing-destructor-override -Wunreachable-code)
target_compile_options(tanaban_compile_settings INTERFACE
    "$<$<COMPILE_LANGUAGE:CXX>:${tanaban_warnings}>"
    "$<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:${tanaban_warnings_gnu}>"
    "$<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:Clang>>:${tanaban_warnings_clang}>"
    $<$<BOOL:${TANABAN_WARNINGS_AS_ERRORS}>:-Werror>
    $<$<BOOL:${TANABAN_WARNINGS_AS_ERRORS}>:-Wno-error=deprecated-declarations>
    -fstack-protector-strong)
target_compile_definitions(tanaban_compile_settings INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_link_options(tanaban_compile_settings INTERFACE LINKER:--as-needed,-z,relro,-z,now)

find_program(TANABAN_LLD ld.lld)
if(TANABAN_LLD)
    target_link_options(tanaban_compile_settings INTERFACE -fuse-ld=lld)
endif()

set(TANABAN_SANITIZE "" CACHE STRING "Sanitizers, e.g. address;undefined")
if(TANABAN_SANITIZE)
    list(JOIN TANABAN_SANITIZE "," tanaban_sanitize)
    target_compile_options(tanaban_compile_settings INTERFACE
        -fsanitize=${tanaban_sanitize} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(tanaban_compile_settings INTERFACE -fsanitize=${tanaban_sanitize})
endif()

option(TANABAN_FUZZ "Everything as libFuzzer needs it; only with clang (preset fuzz)" OFF)
if(TANABAN_FUZZ)
    target_compile_options(tanaban_compile_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# moc and rcc output lands in the build folder; this file keeps clang-tidy away from it
# (one harmless check stays on, since clang-tidy refuses to run with none).
file(WRITE ${CMAKE_BINARY_DIR}/.clang-tidy "Checks: '-*,llvm-twine-local'\n")
