package dev.callsheet.maven;

import dev.callsheet.generator.incremental.GeneratedModels;
import dev.callsheet.generator.incremental.IncrementalGenerator;
import dev.callsheet.generator.incremental.InputFingerprint;
import dev.callsheet.generator.incremental.StampFile;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.linter.report.check.SpecSoundnessReport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.check.CheckFinding;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java sources from model specs and adds them to what the project compiles: of the
 * project's own specs, and of the models that it names, which are bundled or come with dependencies
 * of the project or of this plugin, below {@code META-INF/callsheet}. Does nothing when nothing has
 * changed since the last time.
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class GenerateMojo extends SelectedModelsMojo {
  /**
   * The Java package of the generated sources: each model has a package of its own below it. By
   * default the project's group id, followed by {@code .models}.
   */
  @Parameter(property = "callsheet.packageName")
  private @Nullable String packageName;

  /**
   * The root directory of the sources. By default {@code target/generated-sources/callsheet}, or
   * {@code target/generated-test-sources/callsheet} in the phase {@code generate-test-sources},
   * followed by the id of the execution where it has one.
   */
  @Parameter(property = "callsheet.outputDirectory")
  private @Nullable File outputDirectory;

  /** Generates even when nothing has changed since the last time. */
  @Parameter(property = "callsheet.force", defaultValue = "false")
  private boolean force;

  /** Of what is generated, what is no source. */
  private static final String RESOURCES = "META-INF/**";

  private final EditorMarkers markers;

  /** Reports to an editor, where one runs the build. */
  @Inject
  public GenerateMojo(BuildContext context) {
    this.markers = new EditorMarkers(context);
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException, SpecException {
    GeneratedPackage target = GeneratedPackage.of(packageName, project().getGroupId());
    Path root = root();
    addSourceRoot(root);
    try {
      SpecSources specs = specs();
      String inputs = inputs(target, specs);
      new OutputDirectoryOwnership(project()).claim(root, inputs, execution().getExecutionId());
      SourceTree tree = tree(root);
      StampFile stamp = new StampFile(stateFile("stamp"), tree);
      if (!force && stamp.isUpToDate(inputs)) {
        getLog().info("Nothing to generate: no spec and no setting has changed.");
        return;
      }
      if (generate(target.generator(), specs, tree)) {
        stamp.write(inputs);
      }
      markers.refresh(root);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "Cannot generate sources in " + root + ": " + FileErrors.describe(e), e);
    }
  }

  /** What was generated before is still compiled. */
  @Override
  void whenSkipped() {
    addSourceRoot(root());
  }

  /** What is generated is compiled, and what is no source goes with the classes. */
  private void addSourceRoot(Path root) {
    Resource resources = new Resource();
    resources.setDirectory(root.toString());
    resources.addInclude(RESOURCES);
    if (isForTests()) {
      project().addTestCompileSourceRoot(root.toString());
      project().addTestResource(resources);
    } else {
      project().addCompileSourceRoot(root.toString());
      project().addResource(resources);
    }
  }

  /**
   * Whether the goal is bound to {@code generate-test-sources}, as Maven 3 calls the phase, or near
   * it.
   */
  private boolean isForTests() {
    String phase = execution().getLifecyclePhase();
    return phase != null && phase.contains("test-sources");
  }

  /** Whether there was anything to generate: if not, the next build says so again. */
  private boolean generate(JavaGenerator generator, SpecSources specs, SourceTree tree)
      throws IOException, MojoExecutionException, MojoFailureException, SpecException {
    specs.directories().forEach(markers::removeBelow);
    ModelCatalogue catalogue = specs.parsedCatalogue(markers::add);
    specs.logReplacedModels(catalogue, getLog());
    List<ModelSpec> wanted = selected(catalogue);
    GeneratedModels kept =
        force ? GeneratedModels.none() : new GeneratedModels(stateFile("models"), pluginVersion());
    IncrementalGenerator incremental = new IncrementalGenerator(generator, wanted, kept);
    List<CheckFinding> flaws = SpecSoundnessReport.errors(incremental.newModels());
    if (!flaws.isEmpty()) {
      flaws.forEach(markers::add);
      throw new MojoFailureException(
          "No sources are generated from specs that contradict themselves:\n"
              + MavenErrorFormat.joinedLines(flaws));
    }
    List<GeneratedFile> sources;
    try {
      sources = incremental.generate();
      tree.write(sources);
    } catch (IllegalArgumentException e) {
      throw new MojoFailureException("The sources cannot be generated: " + e.getMessage());
    }
    if (wanted.isEmpty()) {
      getLog()
          .warn(
              "There is nothing to generate: the project has no specs of its own in"
                  + " src/main/callsheet, and names no model. "
                  + HOW_TO_NAME);
      return false;
    }
    getLog()
        .info(
            "Generated "
                + sources.stream().filter(GeneratedFile::isSource).count()
                + " sources for "
                + ids(wanted)
                + ".");
    return true;
  }

  /**
   * A fingerprint of this plugin, which has the bundled specs, of the settings, and of other specs.
   */
  private String inputs(GeneratedPackage target, SpecSources specs) throws IOException {
    InputFingerprint inputs = new InputFingerprint().add(target.name());
    models().forEach(inputs::add);
    inputs.add(pluginVersion());
    specs.addTo(inputs);
    return inputs.hexDigest();
  }

  private String pluginVersion() throws IOException {
    InputFingerprint version = new InputFingerprint();
    for (Artifact artifact : execution().getMojoDescriptor().getPluginDescriptor().getArtifacts()) {
      version.addVersionOf(artifact.getFile().toPath());
    }
    return version.hexDigest();
  }

  private Path root() {
    if (outputDirectory != null) {
      return outputDirectory.toPath();
    }
    String id = execution().getExecutionId();
    String suffix = id.equals("default") || id.startsWith("default-") ? "" : "-" + id;
    String parent = isForTests() ? "generated-test-sources" : "generated-sources";
    return buildDirectory().resolve(parent).resolve("callsheet" + suffix);
  }

  /**
   * The sources, with the list of them out of the way of jars; where they go into a folder of the
   * project, the list stays with them, as they outlive {@code clean}.
   */
  private SourceTree tree(Path root) throws IOException {
    boolean isInBuildDirectory = root.toAbsolutePath().startsWith(buildDirectory());
    return isInBuildDirectory ? new SourceTree(root, stateFile("files")) : new SourceTree(root);
  }

  /** What is remembered from build to build, not among the sources, which may go into a jar. */
  private Path stateFile(String kind) {
    return buildDirectory().resolve("callsheet").resolve(execution().getExecutionId() + "." + kind);
  }

  private Path buildDirectory() {
    return Path.of(project().getBuild().getDirectory());
  }
}
