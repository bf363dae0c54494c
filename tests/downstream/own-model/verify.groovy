String log = new File(basedir, 'build.log').text
File target = new File(basedir, 'target')
File sources = new File(target, 'generated-sources/callsheet/com/example/models')

// The model of the one file dropped in, and none that nobody named.
assert sources.list() as List == ['inkwellflipbook']
assert new File(sources, 'inkwellflipbook/InkwellFlipbook.java').exists()
assert log.contains('Tests run: 2, Failures: 0')
assert log.count('Checked 1 spec: 0 errors, 0 warnings, 0 notes') == 3

// Where jars of sources are made from, there is nothing but sources and what native-image is told.
String metadata = 'META-INF/native-image/com.example.models.inkwellflipbook/reachability-metadata.json'
File root = new File(target, 'generated-sources/callsheet')
root.eachFileRecurse(groovy.io.FileType.FILES) {
  assert it.name.endsWith('.java') || it == new File(root, metadata): it
}
assert new File(target, "classes/$metadata").text == new File(root, metadata).text

// Skipped, the goal leaves what it made before where it is compiled.
assert log.contains('Skipped: callsheet.generate.skip is set.')

// The last build begins with writing this report, and touches nothing that the one before it made.
assert log.count('Nothing to generate') == 1
long begin = new File(target, 'callsheet-check.sarif').lastModified()
for (String folder : ['generated-sources', 'classes', 'test-classes', 'callsheet']) {
  new File(target, folder).eachFileRecurse {
    assert it.lastModified() < begin: "${it} was touched"
  }
}
