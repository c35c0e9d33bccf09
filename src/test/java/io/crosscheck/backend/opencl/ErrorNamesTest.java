package io.crosscheck.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorNamesTest {

  @ParameterizedTest
  @CsvSource({
    "0, CL_SUCCESS (0)",
    "-5, CL_OUT_OF_RESOURCES (-5)",
    "-19, CL_KERNEL_ARG_INFO_NOT_AVAILABLE (-19)",
    "-20, error -20",
    "-29, error -29",
    "-30, CL_INVALID_VALUE (-30)",
    "-54, CL_INVALID_WORK_GROUP_SIZE (-54)",
    "-72, CL_MAX_SIZE_RESTRICTION_EXCEEDED (-72)",
    "-73, error -73",
    "-1001, CL_PLATFORM_NOT_FOUND_KHR (-1001)",
    "7, error 7"
  })
  void a_code_has_its_name_in_the_headers(int code, String expected) {
    assertEquals(expected, ErrorNames.of(code));
  }
}
