package dev.callsheet.sandbox.internal.platform;

import java.util.List;

/** A request that is refused. */
final class RefusalException extends Exception {
  private static final long serialVersionUID = 1;

  /** What is wrong, by the name that descriptions have for it, and the HTTP status it has else. */
  enum Reason {
    AUTH("auth", 401),
    NOT_FOUND("not-found", 404),
    INVALID_REQUEST("invalid-request", 400);

    private final String errorClass;
    private final int usualStatus;

    Reason(String errorClass, int usualStatus) {
      this.errorClass = errorClass;
      this.usualStatus = usualStatus;
    }

    String errorClass() {
      return errorClass;
    }

    int usualStatus() {
      return usualStatus;
    }
  }

  private final Reason reason;
  private final transient List<PlatformError> errors;

  RefusalException(Reason reason, List<PlatformError> errors) {
    super(errors.get(0).message());
    this.reason = reason;
    this.errors = List.copyOf(errors);
  }

  RefusalException(Reason reason, String code, String message) {
    this(reason, List.of(PlatformError.of(code, message)));
  }

  Reason reason() {
    return reason;
  }

  List<PlatformError> errors() {
    return errors;
  }
}
