package dev.callsheet.cli.demo;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.spec.internal.file.OutputFile;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates a model's Java, compiles it with a program that uses it, and runs that program.
 *
 * @param directory where sources and classes go
 */
record DemoProject(Path directory) {
  /** The Java package that the model's package is in. */
  static final String PACKAGE = "demo.models";

  private static final String PROGRAM = "FirstTake";

  /** The sources for the model, as they now stand on disk. */
  List<GeneratedFile> generate(ModelSpec model) throws IOException {
    List<GeneratedFile> files = new JavaGenerator(PACKAGE).generate(model);
    new SourceTree(generated()).write(files);
    return files.stream().filter(GeneratedFile::isSource).toList();
  }

  /** The program that uses the generated classes. */
  String program() {
    return DemoResources.text(PROGRAM + ".java");
  }

  /** Compiles the generated sources and the program. */
  void compile(DemoCompiler compilation, List<GeneratedFile> generated) throws IOException {
    Path program = directory.resolve("src/demo").resolve(PROGRAM + ".java");
    OutputFile.write(program, program());
    List<Path> sources = new ArrayList<>();
    generated.forEach(file -> sources.add(generated().resolve(file.path())));
    sources.add(program);
    compilation.compile(sources, classes());
  }

  /** Runs the compiled program, which makes a request. */
  ModelRequest<?> run() throws IOException {
    URL[] compiled = {classes().toUri().toURL()};
    URLClassLoader loader = new URLClassLoader(compiled, DemoProject.class.getClassLoader());
    try {
      Object request = loader.loadClass("demo." + PROGRAM).getMethod("request").invoke(null);
      return (ModelRequest<?>) request;
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("the compiled program does not run", broken);
    }
  }

  Path generated() {
    return directory.resolve("generated");
  }

  private Path classes() {
    return directory.resolve("classes");
  }
}
