/** Makes Java, JSON Schema, test vectors and documentation from a spec. */
@SuppressWarnings("requires-automatic") // at build time only, where no image is made
module dev.callsheet.generator {
  requires transitive dev.callsheet.spec;
  requires com.github.mustachejava;
  requires com.palantir.javapoet;
  requires java.compiler;
  requires jdk.compiler;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.tables;

  exports dev.callsheet.generator.incremental;
  exports dev.callsheet.generator.java;
  exports dev.callsheet.generator.page;
  exports dev.callsheet.generator.schema;
  exports dev.callsheet.generator.site;
  exports dev.callsheet.generator.vectors;

  opens dev.callsheet.generator.page to
      com.github.mustachejava;
  opens dev.callsheet.generator.site to
      com.github.mustachejava;
}
