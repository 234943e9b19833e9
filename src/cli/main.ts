console.log('theme-convert')
