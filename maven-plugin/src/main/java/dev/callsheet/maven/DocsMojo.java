package dev.callsheet.maven;

import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.generator.site.DocumentationSite;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes a site that documents models: a page for each, in HTML and Markdown, to be read from the
 * folder or served from anywhere. It is about the project's own specs, and the models that it
 * names.
 */
@Mojo(
    name = "docs",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class DocsMojo extends SelectedModelsMojo {
  /** Where the site goes; what an earlier build left there is replaced. */
  @Parameter(
      property = "callsheet.docs.outputDirectory",
      defaultValue = "${project.build.directory}/callsheet-docs",
      required = true)
  private File outputDirectory;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    List<ModelSpec> documented = selected(specs().catalogue());
    if (documented.isEmpty()) {
      getLog().warn("There is nothing to document: the project has no specs. " + HOW_TO_NAME);
      return;
    }
    try {
      SourceTree.write(outputDirectory.toPath(), DocumentationSite.files(documented));
    } catch (IOException e) {
      throw new MojoExecutionException(
          "Cannot write to " + outputDirectory + ": " + FileErrors.describe(e), e);
    }
    getLog().info("Documented " + ids(documented) + " in " + outputDirectory + ".");
  }
}
