package dev.callsheet.benchmarks.checking;

import dev.callsheet.benchmarks.checking.beans.VideoTask;
import dev.callsheet.benchmarks.checking.beans.Warning;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Hibernate Validator, without the expression language in messages, which would cost it time. */
public class BeanJudge {
  private final Validator validator = validator();

  /** Whether nothing is wrong with a request, warnings aside. */
  public boolean accepts(VideoTask request) {
    for (ConstraintViolation<VideoTask> violation : validator.validate(request)) {
      if (!violation.getConstraintDescriptor().getPayload().contains(Warning.class)) {
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
