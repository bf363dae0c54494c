package dev.callsheet.benchmarks.checker.beans;

import dev.callsheet.runtime.support.Texts;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An absolute URI. */
@Constraint(validatedBy = AbsoluteUri.AbsoluteUriValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface AbsoluteUri {
  /** What to say. */
  String message() default "must be an absolute URI";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};

  /** Tests URIs as the generated checker does. */
  final class AbsoluteUriValidator implements ConstraintValidator<AbsoluteUri, URI> {
    @Override
    public boolean isValid(@Nullable URI uri, ConstraintValidatorContext context) {
      return uri == null || Texts.isAbsolute(uri);
    }
  }
}
