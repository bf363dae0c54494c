package dev.callsheet.maven;

import dev.callsheet.generator.site.DocumentationSite;
import dev.callsheet.generator.site.Guides;
import dev.callsheet.spec.catalogue.SpecLibrary;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

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

  /** A folder of pages in Markdown that become part of the site. */
  @Parameter(property = "callsheet.docs.guides")
  private @Nullable File guides;

  /**
   * The revision of git, such as {@code main} or a tag, since which the pages of the project's own
   * models show what changed for callers.
   */
  @Parameter(property = "callsheet.docs.since")
  private @Nullable String since;

  @Override
  void run() throws MojoExecutionException, MojoFailureException, IOException, SpecException {
    SpecSources specs = specs();
    List<ModelSpec> documented = selected(specs.catalogue());
    if (documented.isEmpty()) {
      getLog().warn("There is nothing to document: the project has no specs. " + HOW_TO_NAME);
      return;
    }
    DocumentationSite site = DocumentationSite.of(documented).with(readGuides());
    if (since != null) {
      site = site.since(since, before(since, specs));
    }
    try {
      site.write(outputDirectory.toPath());
    } catch (IOException e) {
      throw new MojoExecutionException(
          "Cannot write to " + outputDirectory + ": " + FileErrors.describe(e), e);
    }
    getLog().info("Documented " + ids(documented) + " in " + outputDirectory + ".");
  }

  private Guides readGuides() throws MojoExecutionException {
    try {
      return guides == null ? Guides.NONE : Guides.read(guides.toPath());
    } catch (IOException e) {
      throw new MojoExecutionException("<guides> " + FileErrors.describe(e), e);
    }
  }

  /** The project's own specs as they were. */
  private List<ModelSpec> before(String revision, SpecSources specs)
      throws MojoExecutionException, IOException, SpecException {
    IncludeResolver includes = IncludeResolver.NONE;
    for (SpecLibrary library : specs.libraries()) {
      includes = includes.or(library);
    }
    return SpecRevision.of(baseDirectory(), "since", revision).read(specs.directories(), includes);
  }
}
