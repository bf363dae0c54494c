package dev.callsheet.junit;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.sandbox.ledger.Ledger;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a sandbox for the tests of a class, on a free port, and stops it behind them. It is reset
 * before each test, so that no test sees what another sent.
 *
 * <p>Methods and constructors of the class may have parameters of these types: the sandbox ({@link
 * dev.callsheet.sandbox.Sandbox}), its {@link Ledger}, its address ({@link URI}), and a client that
 * goes there ({@link CallsheetClient}) and that is closed with it. {@link SandboxExtension} is for
 * what no annotation can say. Needs {@code callsheet-sandbox}.
 *
 * <pre>{@code
 * @Sandbox
 * class FilmTest {
 *   @Test
 *   void aFilmIsPaidOnce(CallsheetClient client, Ledger ledger) { ... }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandboxExtension.class)
public @interface Sandbox {
  /** Who is played, by its name. */
  String platform() default "runware";

  /** Directories of specs beside the bundled ones, from the working directory. */
  String[] specs() default {};

  /** How long a result takes, such as {@code 250ms}. */
  String renderTime() default "0s";

  /**
   * Faults of the wire, as {@code callsheet sandbox --fault} has them: {@code
   * "status=503,times=2"}. They occur in each test anew.
   */
  String[] faults() default {};

  /**
   * Whether all classes of the run whose annotations are equal share a sandbox, so that it is
   * started once. Not for classes that run at the same time.
   */
  boolean shared() default false;
}
