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
import org.jspecify.annotations.Nullable;

/** A piece of media: by UUID or URL, or else the data itself. */
@Constraint(validatedBy = ValidMedia.ValidMediaValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface ValidMedia {
  /** Whether a data URI or Base64 will do as well. */
  boolean data() default true;

  /** What to say. */
  String message() default "must be a UUID, a URL, a data URI or Base64";

  /** Unused. */
  Class<?>[] groups() default {};

  /** Unused. */
  Class<? extends Payload>[] payload() default {};

  /** Tests texts as the generated checker does. */
  final class ValidMediaValidator implements ConstraintValidator<ValidMedia, String> {
    private boolean data;

    @Override
    public void initialize(ValidMedia media) {
      data = media.data();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null
          || Texts.isUuid(text)
          || Texts.isUrl(text)
          || (data && (Texts.isDataUri(text) || Texts.isBase64(text)));
    }
  }
}
