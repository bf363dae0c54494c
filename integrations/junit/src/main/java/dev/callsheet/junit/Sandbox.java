package dev.callsheet.junit;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.sandbox.ledger.Ledger;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Starts a sandbox for the tests of a class, on a free port, and stops it behind them. It is reset
 * before each test, so that no test sees what another sent.
 *
 * <p>Methods and constructors of the class may have parameters of these types: the sandbox ({@link
 * dev.callsheet.sandbox.Sandbox}), its {@link Ledger}, and a client that goes there ({@link
 * CallsheetClient}), one for each test, closed behind it. Of nested classes, one with an annotation
 * of its own has a sandbox of its own. The tests run one after the other in one thread. {@link
 * SandboxExtension} is for what no annotation can say. Needs {@code callsheet-sandbox}.
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
@Execution(ExecutionMode.SAME_THREAD)
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
   * started once.
   */
  boolean shared() default false;
}
