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
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
 */
public final class SandboxExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SandboxExtension.class);

  /** What a parameter of a type is given. */
  private static final Map<Class<?>, Function<Running, Object>> PARAMETERS =
      Map.of(
          Sandbox.class,
          Running::sandbox,
          Ledger.class,
          running -> running.sandbox().ledger(),
          URI.class,
          running -> running.sandbox().endpoint(),
          CallsheetClient.class,
          Running::client);

  private final @Nullable SandboxOptions options;
  private @Nullable Running running;

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

  /** The sandbox, while the tests of the class run. */
  public Sandbox sandbox() {
    return running().sandbox();
  }

  /** A client that goes to the sandbox and keeps no journal. */
  public CallsheetClient client() {
    return running().client();
  }

  private Running running() {
    if (running == null) {
      throw new IllegalStateException(
          "there is no sandbox yet: put the extension into a static field, where it is started"
              + " before the tests of the class");
    }
    return running;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running = find(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running = find(context);
    running.sandbox().reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType())
        && (options == null || !isAnnotated(context));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Function<Running, Object> value = PARAMETERS.get(parameter.getParameter().getType());
    return Objects.requireNonNull(value).apply(find(context));
  }

  /** Whether {@code @Sandbox} is at the class or one around it; then its sandbox is meant. */
  private static boolean isAnnotated(ExtensionContext context) {
    Class<?> at = context.getTestClass().orElse(null);
    while (at != null && !AnnotationSupport.isAnnotated(at, dev.callsheet.junit.Sandbox.class)) {
      at = at.getEnclosingClass();
    }
    return at != null;
  }

  /** The sandbox of a context, which is started the first time; JUnit closes it. */
  private Running find(ExtensionContext context) {
    ExtensionContext ofClass = outermostClass(context);
    if (options != null) {
      return started(ofClass, this, options);
    }
    var annotation =
        AnnotationSupport.findAnnotation(
                ofClass.getRequiredTestClass(), dev.callsheet.junit.Sandbox.class)
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        ofClass.getRequiredTestClass().getName() + " has no @Sandbox"));
    return started(
        annotation.shared() ? ofClass.getRoot() : ofClass, annotation, options(annotation));
  }

  private static Running started(ExtensionContext context, Object key, SandboxOptions options) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(key, any -> Running.start(options), Running.class);
  }

  /** Of classes within each other, the outermost with the annotation has the sandbox. */
  private ExtensionContext outermostClass(ExtensionContext context) {
    ExtensionContext found = context;
    ExtensionContext at = context;
    while (at.getTestClass().isPresent()) {
      Class<?> testClass = at.getRequiredTestClass();
      boolean isMethod = at.getTestMethod().isPresent();
      boolean isOurs =
          options != null
              || AnnotationSupport.isAnnotated(testClass, dev.callsheet.junit.Sandbox.class);
      if (!isMethod && isOurs) {
        found = at;
      }
      at = at.getParent().orElse(context.getRoot());
    }
    return found;
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
