package dev.callsheet.maven;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.report.UnsoundSpecs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java sources from model specs, the bundled ones and one's own, and adds them to what
 * the project compiles. Does nothing when nothing has changed since the last time.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends CallsheetMojo {
  /**
   * The Java package of the generated sources, such as {@code com.example.models}: each model has a
   * package of its own below it. Has to be set.
   */
  @Parameter(property = "callsheet.packageName")
  private @Nullable String packageName;

  /**
   * The models to generate: ids such as {@code klingai:kling-video@o3-pro}, or patterns such as
   * {@code klingai:*}. Every model known when left out.
   */
  @Parameter(property = "callsheet.models")
  private List<String> models = List.of();

  /** Where the sources go; a root directory of sources. */
  @Parameter(
      property = "callsheet.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/callsheet",
      required = true)
  private File outputDirectory;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    JavaGenerator generator = generator();
    Path root = outputDirectory.toPath();
    claim(root);
    project().addCompileSourceRoot(root.toString());
    try {
      String inputs = inputs();
      Stamp stamp = new Stamp(stampFile(), root);
      if (stamp.isFresh(inputs)) {
        getLog().info("Nothing to generate: no spec and no setting has changed.");
        return;
      }
      generate(generator, root);
      stamp.set(inputs);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot generate sources in " + root + ": " + e, e);
    }
  }

  private void generate(JavaGenerator generator, Path root)
      throws IOException, MojoExecutionException, MojoFailureException {
    List<ModelSpec> wanted = new ModelSelection(models).from(catalogue());
    Optional<String> flaws = UnsoundSpecs.among(wanted);
    if (flaws.isPresent()) {
      throw new MojoFailureException(
          "No sources are generated from specs that contradict themselves:\n" + flaws.get());
    }
    List<GeneratedFile> sources =
        wanted.stream().flatMap(model -> generator.generate(model).stream()).toList();
    try {
      SourceTree.write(root, sources);
    } catch (IllegalArgumentException e) {
      throw new MojoFailureException("The sources cannot be generated: " + e.getMessage());
    }
    getLog().info("Generated " + sources.size() + " sources for " + ids(wanted) + ".");
  }

  private static String ids(List<ModelSpec> models) {
    return models.stream().map(ModelSpec::id).collect(Collectors.joining(", "));
  }

  /** One directory takes the sources of one execution: each removes what it did not generate. */
  private void claim(Path root) throws MojoExecutionException {
    String key = "callsheet generates into " + root;
    Object owner = project().getContextValue(key);
    if (owner == null) {
      project().setContextValue(key, execution.getExecutionId());
    } else if (!owner.equals(execution.getExecutionId())) {
      throw new MojoExecutionException(
          "The executions '"
              + owner
              + "' and '"
              + execution.getExecutionId()
              + "' both generate into "
              + root
              + ": give one of them an <outputDirectory> of its own, such as"
              + " ${project.build.directory}/generated-sources/callsheet-"
              + execution.getExecutionId()
              + ".");
    }
  }

  /** All that the sources depend on: this plugin with its bundled specs, settings, own specs. */
  private String inputs() throws IOException, MojoExecutionException {
    Fingerprint inputs = new Fingerprint().add(packageName + " " + models);
    for (Artifact artifact : execution.getMojoDescriptor().getPluginDescriptor().getArtifacts()) {
      inputs.addVersionOf(artifact.getFile().toPath());
    }
    for (Path directory : specDirectories()) {
      inputs.add(directory.toString()).addFilesBelow(directory);
    }
    return inputs.take();
  }

  private Path stampFile() {
    return Path.of(project().getBuild().getDirectory())
        .resolve("callsheet")
        .resolve(execution.getExecutionId() + ".stamp");
  }

  private JavaGenerator generator() throws MojoExecutionException {
    if (packageName == null) {
      throw new MojoExecutionException(
          "The package of the generated sources is missing: write"
              + " <packageName>com.example.models</packageName> in the plugin's <configuration>.");
    }
    try {
      return new JavaGenerator(packageName);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("<packageName>: " + e.getMessage() + ".");
    }
  }
}
