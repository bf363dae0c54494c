package dev.callsheet.spec.parser;

import java.util.List;
import java.util.Objects;

/**
 * A spec that is read when its model is asked for, and cannot be used. Its message shows every
 * problem with its line, as that of a {@link SpecException} does.
 */
public final class UncheckedSpecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wraps what says what is wrong. */
  public UncheckedSpecException(SpecException cause) {
    super(cause.getMessage(), cause);
  }

  @Override
  public synchronized SpecException getCause() {
    return (SpecException) Objects.requireNonNull(super.getCause());
  }

  /** What is wrong, in the order of the file. */
  public List<SpecProblem> problems() {
    return getCause().problems();
  }
}
