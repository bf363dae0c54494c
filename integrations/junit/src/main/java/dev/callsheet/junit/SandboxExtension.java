package dev.callsheet.junit;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.DurationParser;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.SpecException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Has a sandbox run for the tests of a class: by {@link dev.callsheet.junit.Sandbox @Sandbox}, or
 * in a static field with options of one's own.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension SANDBOX = SandboxExtension.with(SandboxOptions.defaults());
 * }</pre>
 *
 * <p>Where tests run in parallel, a class with such a field needs {@code @Execution(SAME_THREAD)},
 * which {@code @Sandbox} has; a test fails that begins while another one uses its sandbox.
 */
public final class SandboxExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SandboxExtension.class);

  /** What a parameter of a type is given. */
  private static final Map<Class<?>, BiFunction<Sandbox, ExtensionContext, Object>> PARAMETERS =
      Map.of(
          Sandbox.class, (sandbox, context) -> sandbox,
          Ledger.class, (sandbox, context) -> sandbox.ledger(),
          CallsheetClient.class, SandboxExtension::client);

  private final @Nullable SandboxOptions options;

  /** The classes and the test that run, each within the one before it; the last one first. */
  private final Deque<ExtensionContext> active = new ArrayDeque<>();

  /** For JUnit: the options are those of {@code @Sandbox} at the class. */
  public SandboxExtension() {
    this.options = null;
  }

  private SandboxExtension(SandboxOptions options) {
    this.options = options;
  }

  /** With options of one's own, in a static field with {@code @RegisterExtension}. */
  public static SandboxExtension with(SandboxOptions options) {
    return new SandboxExtension(options);
  }

  /**
   * The sandbox, while the tests of the class run.
   *
   * @throws IllegalStateException before and after that
   */
  public Sandbox sandbox() {
    return sandbox(current());
  }

  /**
   * A client that goes to the sandbox and keeps no journal. Each test has one of its own, which is
   * closed behind it.
   *
   * @throws IllegalStateException before and after the tests of the class
   */
  public CallsheetClient client() {
    ExtensionContext context = current();
    return client(sandbox(context), context);
  }

  private synchronized ExtensionContext current() {
    ExtensionContext current = active.peek();
    if (current == null) {
      throw new IllegalStateException(
          "there is no sandbox now: put the extension into a static field, where it has one while"
              + " the tests of the class run");
    }
    return current;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    enter(context);
    sandbox(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    enter(context);
    sandbox(context).reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    leave(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    leave(context);
  }

  /** A test would see what another one sends at the same time, and lose what it has sent. */
  private synchronized void enter(ExtensionContext context) {
    ExtensionContext last = active.peek();
    if (last != null && !isWithin(context, last)) {
      throw new ExtensionConfigurationException(
          context.getDisplayName()
              + " uses a sandbox that "
              + last.getDisplayName()
              + " uses at the same time: put @Execution(ExecutionMode.SAME_THREAD) at the class, or"
              + " give each class an extension of its own");
    }
    active.push(context);
  }

  private synchronized void leave(ExtensionContext context) {
    active.removeIf(each -> each.getUniqueId().equals(context.getUniqueId()));
  }

  private static boolean isWithin(ExtensionContext inner, ExtensionContext outer) {
    return inner.getUniqueId().equals(outer.getUniqueId())
        || inner.getParent().filter(parent -> isWithin(parent, outer)).isPresent();
  }

  /** A constructor's parameters are those of the test that the instance is for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType())
        && (options == null || annotated(context).isEmpty());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var value = PARAMETERS.get(parameter.getParameter().getType());
    return Objects.requireNonNull(value).apply(sandbox(context), context);
  }

  private static CallsheetClient client(Sandbox sandbox, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            new TestClient.Key(sandbox, context.getUniqueId()),
            key -> TestClient.of(key.sandbox()),
            TestClient.class)
        .client();
  }

  /** The sandbox of a context, which is started the first time; JUnit closes it. */
  private Sandbox sandbox(ExtensionContext context) {
    if (options != null) {
      return started(ofClass(context), this, () -> options);
    }
    ExtensionContext ofClass =
        annotated(context)
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        context.getDisplayName() + " is in no class with @Sandbox"));
    Class<?> testClass = ofClass.getRequiredTestClass();
    var annotation = annotation(testClass).orElseThrow();
    return annotation.shared()
        ? started(ofClass.getRoot(), annotation, () -> options(annotation))
        : started(ofClass, testClass, () -> options(annotation));
  }

  private static Sandbox started(
      ExtensionContext context, Object key, Supplier<SandboxOptions> options) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(key, any -> Running.start(options.get()), Running.class)
        .sandbox();
  }

  /** Of classes within each other, the innermost with the annotation. */
  private static Optional<ExtensionContext> annotated(ExtensionContext context) {
    ExtensionContext at = ofClass(context);
    return at.getTestClass().flatMap(SandboxExtension::annotation).isPresent()
        ? Optional.of(at)
        : at.getParent().flatMap(SandboxExtension::annotated);
  }

  private static Optional<dev.callsheet.junit.Sandbox> annotation(Class<?> testClass) {
    return AnnotationSupport.findAnnotation(testClass, dev.callsheet.junit.Sandbox.class);
  }

  /** The context of the class that a test is in. */
  private static ExtensionContext ofClass(ExtensionContext context) {
    return context.getTestMethod().isPresent()
        ? context.getParent().map(SandboxExtension::ofClass).orElse(context)
        : context;
  }

  private static SandboxOptions options(dev.callsheet.junit.Sandbox annotation) {
    ModelCatalogue catalogue = catalogue(annotation.specs());
    SandboxBehavior behavior =
        SandboxBehavior.builder()
            .wireFaults(
                Arrays.stream(annotation.faults()).map(WireFault::parse).toArray(WireFault[]::new))
            .build();
    Platform platform =
        catalogue
            .platform(annotation.platform())
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        "@Sandbox names the platform "
                            + annotation.platform()
                            + ", which no file describes"));
    return SandboxOptions.builder()
        .catalogue(catalogue)
        .platform(platform)
        .renderTime(RenderTime.fixed(DurationParser.parse(annotation.renderTime())))
        .behavior(behavior)
        .build();
  }

  private static ModelCatalogue catalogue(String[] specs) {
    if (specs.length == 0) {
      return ModelCatalogue.bundled();
    }
    List<Path> directories = Arrays.stream(specs).map(Path::of).toList();
    try {
      return ModelCatalogue.of(directories);
    } catch (SpecException e) {
      throw new ExtensionConfigurationException("@Sandbox: " + e.getMessage(), e);
    }
  }
}
