String log = new File(basedir, 'build.log').text
File sources = new File(basedir, 'target/generated-sources/callsheet/com/example/flipbook/models')

// The model of the one file dropped in, and the bundled ones beside it.
assert new File(sources, 'inkwellflipbook/InkwellFlipbook.java').exists()
assert new File(sources, 'klingvideo30omnipro/KlingVideo30OmniPro.java').exists()

assert log.count('Nothing to generate') == 1
assert log.contains('Checked 1 spec: 0 errors, 0 warnings, 0 notes')
