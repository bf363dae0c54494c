package dev.callsheet.benchmarks.checker;

import dev.callsheet.benchmarks.checker.beans.VideoTaskBean;
import dev.callsheet.benchmarks.checker.beans.WarningPayload;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Hibernate Validator, without the expression language in messages, which would cost it time. */
public class HibernateBeanValidator {
  private final Validator validator = validator();

  /** Whether nothing is wrong with a request, warnings aside. */
  public boolean isValid(VideoTaskBean request) {
    for (ConstraintViolation<VideoTaskBean> violation : validator.validate(request)) {
      if (!violation.getConstraintDescriptor().getPayload().contains(WarningPayload.class)) {
        return false;
      }
    }
    return true;
  }

  private static Validator validator() {
    ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    return factory.getValidator();
  }
}
