package dev.callsheet.tests.judges;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.generator.java.SourceTree;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The classes generated for a model, compiled and loaded into this very process. */
public record GeneratedClasses(List<Class<?>> classes) {
  private static final String BASE_PACKAGE = "judged";

  /** Generates, compiles with every warning an error, and loads. */
  public static GeneratedClasses of(ModelSpec model, Path directory) throws IOException {
    return of(List.of(model), directory).get(0);
  }

  /** As above, for several models in one run of the compiler. */
  public static List<GeneratedClasses> of(List<ModelSpec> models, Path directory)
      throws IOException {
    JavaGenerator generator = new JavaGenerator(BASE_PACKAGE);
    List<List<GeneratedFile>> sources = models.stream().map(generator::generate).toList();
    List<GeneratedFile> all = sources.stream().flatMap(List::stream).toList();
    Path sourceRoot = directory.resolve("sources");
    Path classRoot = directory.resolve("classes");
    new SourceTree(sourceRoot).write(all);
    compile(
        all.stream()
            .filter(GeneratedFile::isSource)
            .map(source -> sourceRoot.resolve(source.path()))
            .toList(),
        classRoot);
    ClassLoader loader =
        new URLClassLoader(
            new URL[] {classRoot.toUri().toURL()}, GeneratedClasses.class.getClassLoader());
    return sources.stream().map(files -> load(loader, files)).toList();
  }

  private static GeneratedClasses load(ClassLoader loader, List<GeneratedFile> sources) {
    return new GeneratedClasses(
        sources.stream()
            .filter(source -> source.isSource() && !source.path().endsWith("package-info.java"))
            .<Class<?>>map(source -> load(loader, source))
            .toList());
  }

  /** The request class. */
  @SuppressWarnings("unchecked") // asSubclass knows no wildcards
  public Class<? extends ModelRequest<?>> requestType() {
    return (Class<? extends ModelRequest<?>>)
        classes.stream()
            .filter(type -> ModelRequest.class.isAssignableFrom(type) && !type.isInterface())
            .findFirst()
            .orElseThrow();
  }

  private static void compile(List<Path> sources, Path classRoot) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", classRoot.toString(), "-Xlint:all,-processing", "-Werror");
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new AssertionError("the generated sources do not compile:\n" + messages);
      }
    }
  }

  private static Class<?> load(ClassLoader loader, GeneratedFile source) {
    String name = source.path().replaceFirst("\\.java$", "").replace('/', '.');
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no class for " + source.path(), e);
    }
  }
}
