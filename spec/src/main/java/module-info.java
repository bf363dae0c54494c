/** The language of specs: read, proved, catalogued, and priced by. Holds the bundled models. */
// at build time only, where no image is made; the modules named behind "to" are compiled later
@SuppressWarnings({"requires-automatic", "module"})
module dev.callsheet.spec {
  requires transitive dev.callsheet.runtime;
  requires com.networknt.schema;
  requires logicng;
  requires org.snakeyaml.engine;

  exports dev.callsheet.spec.analysis;
  exports dev.callsheet.spec.catalogue;
  exports dev.callsheet.spec.check;
  exports dev.callsheet.spec.diff;
  exports dev.callsheet.spec.logic;
  exports dev.callsheet.spec.model;
  exports dev.callsheet.spec.parser;
  exports dev.callsheet.spec.price;
  exports dev.callsheet.spec.source;
  exports dev.callsheet.spec.validation;
  exports dev.callsheet.spec.internal.file to
      dev.callsheet.generator,
      dev.callsheet.importer,
      dev.callsheet.linter;
  exports dev.callsheet.spec.internal.text to
      dev.callsheet.generator,
      dev.callsheet.importer;
}
