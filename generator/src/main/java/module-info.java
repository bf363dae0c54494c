/** Makes Java, JSON Schema and test vectors from a spec. */
@SuppressWarnings("requires-automatic") // at build time only, where no image is made
module dev.callsheet.generator {
  requires transitive dev.callsheet.spec;
  requires com.palantir.javapoet;
  requires java.compiler;

  exports dev.callsheet.generator.incremental;
  exports dev.callsheet.generator.java;
  exports dev.callsheet.generator.schema;
  exports dev.callsheet.generator.vectors;
}
