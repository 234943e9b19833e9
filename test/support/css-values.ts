/** CSS values by what browsers say of them: the tests of our own grammar and those in a browser read the same lists. */
const listed = (text: string) => text.trim().split(/\s*\|\s*/)

export interface CssValues {
  readonly valid: readonly string[]
  readonly invalid: readonly string[]
}

export const colorValues: CssValues = {
  valid: listed(`
    red | RED | #fff | #ffff | #ffffff | #ffffffff | #FFF | rgb(1,2,3) | rgb(1 2 3) | rgb(1,2,3,0.5) |
    rgb(1 2 3 / .5) | rgb(300,0,0) | rgb(-1,0,0) | rgb(10%,20%,30%) | rgb(10% 20 30%) | rgb(1.5,2,3) |
    rgb(1e1 2 3) | rgb(none 2 3) | rgba(1,2,3) | rgba(1,2,3,50%) | rgb(1 2 3/50%) | rgb(calc(1 + 1) 2 3) |
    rgb(calc(1 + 1), 2, 3) | rgb(var(--r), 2, 3) | rgb(var(--rgb)) | rgb(from red r g b) |
    rgb(from red r g b / 50%) | rgb(from red calc(r * 2) g b) | rgb(from red calc(r*2) g b) |
    rgb(from var(--x) r g b) | rgb(max(1, 2) 2 3) | hsl(120,50%,50%) | hsl(120 50% 50%) |
    hsl(120deg 50% 50%) | hsl(120 50 50) | hsl(.3turn 50% 50%) | hsla(120,50%,50%,.5) | hsl(from red h s l) |
    hsl(from red h s calc(l - 10)) | hsl(var(--h), 50%, 50%) | hsl(120deg, 50%, 50%) | hwb(120 10% 10%) |
    lab(50% 10 10) | lch(50% 10 10) | lch(50% 10 10deg) | oklab(.5 .1 .1) | oklch(.5 .1 120) |
    oklch(50% .1 120) | oklch(from red l c h) | oklch(from red calc(l + .1) c h) | color(display-p3 1 0 0) |
    color(srgb 1 0 0) | color(rec2020 1 0 0) | color(a98-rgb 1 0 0) | color(prophoto-rgb 1 0 0) |
    color(xyz 1 0 0) | color(xyz-d50 1 0 0) | color(xyz-d65 1 0 0) | color(srgb-linear 1 0 0) |
    color(srgb 1 0 0 / 50%) | color(from red srgb r g b) | color(srgb 100% 0 0) | color(var(--x)) |
    color(display-p3 none 0 0) | color-mix(in srgb, red, blue) | color-mix(in srgb, red 10%, blue) |
    color-mix(in srgb, 10% red, blue 20%) | color-mix(red, blue) | color-mix(in oklch longer hue, red, blue) |
    color-mix(in oklch shorter hue, red, blue) | color-mix(in srgb, var(--x) 10%, transparent) |
    color-mix(in srgb, currentColor 10%, transparent) |
    color-mix(in srgb, color-mix(in srgb, red, blue), red) | color-mix(in lab, #fff, #000) |
    color-mix(in srgb, red 0%, blue 0%) | color-mix(in hsl, red, blue) | color-mix(in display-p3, red, blue) |
    color-mix(in oklab, red calc(10% + 5%), blue) | light-dark(red, blue) | light-dark(var(--x), red) |
    var(--x) | var(--x, red) | var(--x,) | var( --x ) | VAR(--x) | var(--x, var(--y)) | var(--x, rgb(1,2,3)) |
    var(--x, #12345) | var(--1x) | currentColor | currentcolor | transparent | inherit | initial | unset |
    revert | revert-layer | Canvas | CanvasText | ButtonFace | AccentColor | AccentColorText | ActiveText |
    GrayText | LinkText | Mark | rebeccapurple | darkgrey | darkgray | lightgoldenrodyellow | lightblue |
    grey | gray | contrast-color(red) | env(safe-area-inset-top) | env(x, red) | attr(data-x) |
    attr(data-x color) | attr(data-x type(<color>)) | rgba(var(--rgb), .5) | hsl(from var(--x) h s l / 50%) |
    hsl(from red h s l / alpha) | rgb(from #fff r g b / calc(alpha * .5)) | linear-gradient(red, blue) |
    linear-gradient(red) | linear-gradient(to right, red, blue) | linear-gradient(45deg, red, blue) |
    linear-gradient(red 10%, blue) | linear-gradient(red 10% 20%, blue) | linear-gradient(red, 30%, blue) |
    linear-gradient(in oklch, red, blue) | linear-gradient(45deg in oklch, red, blue) |
    linear-gradient(to top left, red, blue) | radial-gradient(red, blue) |
    radial-gradient(circle, red, blue) | radial-gradient(circle at center, red, blue) |
    radial-gradient(circle at 50% 50%, red, blue) | radial-gradient(at top, red, blue) |
    radial-gradient(10px 20px, red, blue) | radial-gradient(closest-side, red, blue) |
    radial-gradient(ellipse farthest-corner at 10px 10px, red, blue) | conic-gradient(red, blue) |
    conic-gradient(from 45deg, red, blue) | conic-gradient(from 45deg at 10px 10px, red 10deg, blue 20deg) |
    conic-gradient(red 0 50%, blue 0) | repeating-linear-gradient(red, blue 10px) |
    linear-gradient(var(--x), red) | linear-gradient(red calc(10% + 2px), blue) |
    linear-gradient(red 0, blue) | linear-gradient(180deg, rgba(1,2,3,.5) 0%, #fff 100%) |
    linear-gradient(1turn, red, blue) | linear-gradient(100grad, red, blue) |
    linear-gradient(calc(45deg + 1turn), red, blue) | linear-gradient(to bottom,red,blue)
  `),
  invalid: listed(`
    #fffff | #fffffff | #fffffffff | # | #ggg | fff | # fff | ##fff | #fff; | #fff !important |
    #fff!important | rgb(1 2 3 .5) | rgb(1,2,3 / .5) | rgb(1, 2 3) | rgb(1,2) | rgb(1,2,3,4,5) | rgb() |
    rgb(10%, 20, 30%) | rgb(none, 2, 3) | rgb (1,2,3) | rgb(1;2;3) | rgba(1,2,3,) | rgba(#fff, .5) |
    rgba(255,255,255,0,5) | rgba(red, .5) | rgb(calc(1+1) 2 3) | rgb(calc() 2 3) | rgb(var(r), 2, 3) |
    rgb(from red r g) | rgb(from red r, g, b) | rgb(from red calc(r+2) g b) | rgb(from bogus r g b) |
    rgb(from var(x) r g b) | hsl(120, 50, 50) | hsl(120%, 50%, 50%) | hsl(120,50%) |
    hsl(from red h s calc(l - 10%)) | hsl(from red h s calc(l-10)) | hwb(120, 10%, 10%) | lab(50,10,10) |
    oklch(50%, .1, 120) | color(srgb, 1, 0, 0) | color(foo 1 0 0) | color(srgb 1 0) | color(red) |
    color(1 0 0) | color(--custom 1 0 0) | color-mix(in foo, red, blue) | color-mix(in srgb, red) |
    color-mix(in srgb red, blue) | color-mix(in srgb, red, bogus) | color-mix(in srgb, red, blue, green) |
    color-mix(in srgb, red 110%, blue) | color-mix(in srgb, red -10%, blue) |
    color-mix(in srgb, var(x) 10%, transparent) | color-mix(in srgb, red 10, blue) |
    color-mix(in srgb, #12345, blue) | color-mix(srgb, red, blue) | light-dark(red) | light-dark(red blue) |
    light-dark(red, blue, green) | light-dark(#fff, #12345) | light-dark(var(x), red) | light-dark() |
    light-dark(red,) | var(x) | var(-x) | var() | var(--x red) | var(--) | var(--x, var(y)) | var(--x)) |
    var(--x; red) | var (--x) | $brand | @brand | --x | {color.brand} | {{ brand }} | var(--a b) |
    current-color | auto | -moz-default-color | light blue | primary | blau | undefined | null | 0xffffff |
    255,255,255 | 255 255 255 | rgb 1 2 3 | white black | red,blue | red / 50% | #fff / 50% | #fff80 | "red" |
    'red' | '#fff' | red; | color-contrast(red vs blue, white) | device-cmyk(0 1 1 0) | calc(red) |
    rgb(1,2,3)rgb(1,2,3) | rgb(1,2,3) rgb(1,2,3) | rgb(1,2,3)) | darken(red, 10%) | lighten(#fff, 10%) |
    fade(#fff, 10%) | alpha(red) | gray(50) | cmyk(0,1,1,0) | hsv(1,2%,3%) | hex(fff) | linear-gradient() |
    linear-gradient(right, red, blue) | linear-gradient(45, red, blue) | linear-gradient(to foo, red, blue) |
    linear-gradient(red, 30%) | linear-gradient(30%, red) | linear-gradient(red, blue,) |
    linear-gradient(red blue) | linear-gradient(in foo, red, blue) |
    linear-gradient(to left top left, red, blue) | radial-gradient(closest-foo, red, blue) |
    radial-gradient(circle at foo, red, blue) | linear-gradient(red 10deg, blue) |
    repeating-linear-gradient(red, blue 10px 20px 30px) | linear-gradient(var(x), red) |
    linear-gradient(red calc(10%+2px), blue) | linear-gradient(red 10, blue) | linear-gradient(#12345, blue) |
    -moz-linear-gradient(red, blue) | linear-gradient(10% red, blue) | linear-gradient(180deg,, red, blue) |
    linear-gradient(tobottom, red, blue) | linear-gradient(45 deg, red, blue)
  `),
}

export const lengthValues: CssValues = {
  valid: listed(`
    16px | 16PX | 0 | 0px | +0 | -0 | 0.0 | 00 | .5em | -4px | +4px | 1e3px | 1e-3px | 1.5rem | 50% | 100vh |
    100dvh | 100svh | 100lvw | 50vmin | 50vmax | 10vi | 10vb | 10dvi | 10ch | 10ex | 10cap | 10ic | 10lh |
    10rlh | 10rex | 10rch | 10rcap | 10ric | 1in | 1cm | 1mm | 1Q | 1pt | 1pc | 10cqw | 10cqh | 10cqi |
    10cqb | 10cqmin | 10cqmax | 10svmin | 10REM | auto | none | inherit | initial | unset | revert |
    revert-layer | normal | min-content | max-content | fit-content | small | medium | large | x-large |
    xx-large | xxx-large | x-small | xx-small | smaller | larger | math | stretch | -webkit-fill-available |
    1e999px | 100000000000px | calc(1rem + 2px) | calc(1rem - 2px) | calc(2*1rem) | calc(2 * 1rem) |
    calc(1rem*2) | calc(1rem/2) | calc(1rem / 2) | calc(1rem / 1px * 1px) | calc(1rem) | calc(1rem + -2px) |
    calc(1rem - -2px) | calc(1rem + (2px)) | calc((1rem + 2px) * 2) | calc((1rem + 2px)*2) |
    calc((1rem + 2px) * (2 + 1)) | calc(1rem + 50%) | calc(var(--x) * 2) | calc(var(--x)*2) |
    calc(var(--x) + 2px) | calc(100% - calc(1rem + 2px)) | calc(100% - (1rem + 2px)) | calc(pi * 1px) |
    calc(e * 1px) | calc(infinity * 1px) | calc(NaN * 1px) | calc(-infinity * 1px) | calc(1rem * pi) |
    calc(1px * -1) | calc(-1 * 1px) | calc(-1*1px) | calc(10px + 1em * 2) | calc(10px + 1em / 2 - 3%) |
    calc(1px + 1px + 1px) | calc(1px + 1px - 1px) | CALC(1px + 1px) | -webkit-calc(1px + 1px) |
    calc(1px + 1e2px) | calc(1px + .5em) | calc(1px * 2px / 1px) | calc(1px * (1 / 0)) | calc(1px / 0) |
    calc(min(1px, 2px) + 1px) | max(1px) | max(1px, 2px) | max(1px, 2px, 3px) | max(1px, 50%) |
    max(1px + 2px, 3px) | max(calc(1px + 2px), 3px) | min(1px) | min(1px, 2vw) | min(100%, 960px) |
    min(100%,960px) | min(var(--x), 1px) | min(1px, max(2px, 3px)) | clamp(1px, 2px, 3px) |
    clamp(1px, 2vw + 1px, 3px) | clamp(var(--a), var(--b), var(--c)) | clamp(1rem, 2.5vw, 2rem) |
    clamp(1rem,2.5vw,2rem) | round(1px, 2px) | round(up, 1px, 2px) | mod(5px, 2px) | rem(5px, 2px) |
    abs(-1px) | calc(sin(45deg) * 1px) | calc(sqrt(4) * 1px) | calc(pow(2, 2) * 1px) | hypot(3px, 4px) |
    calc(exp(1) * 1px) | calc(log(8, 2) * 1px) | calc(sign(1px) * 1px) | calc(tan(45deg) * 1px) |
    calc(1px * sign(2em)) | var(--x) | var(--x, 1px) | var(--x, foo) | var(--x,) | calc(var(--x) * 1px) |
    env(safe-area-inset-top) | env(safe-area-inset-top, 1px) | env(foo) | env(foo, ) | attr(data-x px) |
    attr(data-x) | calc-size(auto, size + 1px) | calc-size(auto, size+1px) | calc-size(any, 1px) |
    calc-size(10px, size) | anchor-size(width) | random(1px, 2px) | 1e+3px |
    1em | 0e0
  `),
  invalid: listed(`
    16 px | 16 | 5.em | 5.5.5px | --4px | 1e3 | 16pixels | px | 1,5rem | 1.5 rem | 16p | 16xp | 16px; |
    16px !important | 16px 8px | 16px, 8px | 16px/8px | 1rem 2rem | 50 % | 1fr | 1deg | 1s | 1ms | 1dpi | 1x |
    10vmn | 10vmi | 10vm | 10dv | 10ldvh | 10rpx | 10dp | 10sp | 10dip | 10pts | 10pxx | 10rems | xxxx-large |
    thin | thick | bold | content | full | default | undefined | null | NaN | Infinity | infinity | 1/0 |
    ½px | 1６px | 16рх | calc(1rem+2px) | calc(1rem +2px) | calc(1rem+ 2px) | calc(1rem -2px) |
    calc(1rem- 2px) | calc(1rem-2px) | calc(2/1rem) | calc(1rem * 1rem) | calc(1rem / 1px) | calc(1) |
    calc(0) | calc(1 + 2px) | calc(1 + 1) | calc() | calc( ) | calc(1rem +) | calc(+ 1rem) |
    calc(1rem + + 2px) | calc(1rem + 2px)) | calc (1rem + 2px) | calc(1rem 2px) | calc(1rem, 2px) |
    calc(1rem + 2) | calc(1rem + 1deg) | calc(1deg) | calc(1s) | calc(var(x) * 2) | calc(100%-2px) |
    calc(100% -2px) | calc(100% - 2) | calc(1rem + foo) | calc(foo) | calc(-(1px)) | calc(- 1px) |
    -moz-calc(1px + 1px) | 2px) | calc(#fff) | calc("1px") | calc(1px; 2px) | calc(1px % 2) | calc(1px ^ 2) |
    calc(1px ** 2) | calc(1px × 2) | calc(1px − 2px) | calc(1px – 2px) | calc(1px % 2px) | calc(1e2px+1px) |
    calc(1px + 5.em) | calc(2 2px) | calc(auto) | calc(1px + auto) | calc(min(1px, 2px)+1px) |
    calc(1px+min(1px, 2px)) | calc(1px + min()) | calc([1px + 2px]) | calc({1px}) | max() | max(1px 2px) |
    max(1px,) | max(,1px) | max(1px, 2) | max(1, 2) | max(1px, 2deg) | max(1px+2px, 3px) | min() |
    min(1px; 2vw) | min(var(x), 1px) | min(1px, foo) | min(1px, auto) | min(1px, none) | min(1px, max()) |
    clamp(1px, 2px) | clamp(1px) | clamp() | clamp(1px 2px 3px) | clamp(1px, 2vw+1px, 3px) |
    clamp(1px, none, 3px) | clamp(1px, 2px, 3px, 4px) | clamp(1, 2, 3) | clamp(1px, 2, 3px) |
    clamp(1rem;2.5vw;2rem) | mod(5px) | mod(5px, 2) | rem(5px) | abs(1px, 2px) | abs() | hypot() | var(x) |
    var() | env() | env(1px) | fit-content(10px) | fit-content() | fit-content(10px, 20px) |
    fit-content(foo) | minmax(1px, 2px) | minmax(1px) | minmax(1px, 1fr) | anchor(top) | repeat(2, 1px) |
    toggle(1px, 2px) | expression(1) | foo(1px) | px(16) | rem(16) | rem(16px) | pxToRem(16) | $spacing |
    @spacing | {{ x }} | --x | #fff | red | "16px" | '16px' | 16" | 1.px | 1. | .px | . | - | + | -px | e |
    1e | 1epx | 1e+px | 1ee | 0x10 | ٣px
  `),
}

export const fontValues: CssValues = {
  valid: listed(String.raw`
    Inter | Open Sans | "Open Sans" | 'Open Sans' | Open Sans, sans-serif | "Open Sans", sans-serif |
    Open, Sans | "Source Sans 3" | Font-Name | -apple-system | -apple-system, BlinkMacSystemFont, "Segoe UI" |
    system-ui | ui-sans-serif | inherit | initial | unset | revert | revert-layer | none | Arial Black |
    Arial serif | bold Arial | var(--font) | var(--font), serif | var(--font, Inter) | var(--font, ), serif |
    "Inter", var(--x) | Inter sans-serif | 'Inter', "Roboto" | Müller Sans | 思源黑体 | Font😀 | Acme\ Sans |
    Acme\20Sans | "Acme's Sans" | Acme_Sans | _Acme | --acme | -acme | "", serif | '' | " " | "" |
    Inter, sans_serif | sans serif | SANS-SERIF | "sans-serif" | monospace, monospace |
    system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif, "Apple Color Emoji" |
    env(x) | attr(x) | “Open Sans”, sans-serif | Inter, "3" | null | undefined | math | fangsong | emoji |
    cursive | Lato, Helvetica Neue, Arial, Helvetica, sans-serif
  `),
  invalid: listed(`
    Open Sans, | ,Open Sans | Open Sans,,serif | Source Sans 3 | Source Sans 3, sans-serif | Exo 2 |
    Press Start 2P | M PLUS 1p | 3270 Nerd | Font+Name | default | serif, inherit | inherit, serif |
    Arial/Helvetica | Arial; serif | Arial !important | Arial!important | Arial 12px | 12px Arial |
    16px "Inter", sans-serif | bold 16px Inter | url(x) | url("font.woff2") | local(Arial) | var(font) |
    Inter.woff2 | fonts/Inter.woff2 | themes/acme/Inter.ttf | Inter:wght@400 | Inter, sans-serif; |
    font-family: Inter | 'Inter' 'Roboto' | 'Inter' Roboto | Inter 'Roboto' | Acme (Sans) | Acme [Sans] |
    Acme {Sans} | Acme & Co | Acme's Sans | 'Acme's Sans' | -3d | @font | #font | * | Inter* | Inter, * | 0 |
    123 | $font | {{ font }} | generic(fangsong) | generic(foo) | Inter "x" | calc(1px) | rgb(1,2,3) |
    Inter <b> | &quot;Open Sans&quot; | Open Sans Regular 400 | Inter, 3 | Inter, default | Roboto:300,400
  `),
}
