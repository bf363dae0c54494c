package dev.callsheet.sandbox.internal.platform;

import java.util.List;

/**
 * An error, before it has the form of a platform.
 *
 * @param code such as {@code out_of_range}
 * @param message one sentence for people
 * @param parameter the steps to the parameter that it is about; empty for none
 */
record PlatformError(String code, String message, List<String> parameter) {
  PlatformError {
    parameter = List.copyOf(parameter);
  }

  static PlatformError of(String code, String message) {
    return new PlatformError(code, message, List.of());
  }
}
