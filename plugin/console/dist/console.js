var Ls=Object.defineProperty;var Ms=Object.getOwnPropertyDescriptor;var Er=e=>{throw TypeError(e)};var d=(e,r,t,i)=>{for(var s=i>1?void 0:i?Ms(r,t):r,n=e.length-1,l;n>=0;n--)(l=e[n])&&(s=(i?l(r,t,s):l(s))||s);return i&&s&&Ls(r,t,s),s};var Yt=(e,r,t)=>r.has(e)||Er("Cannot "+t);var u=(e,r,t)=>(Yt(e,r,"read from private field"),t?t.call(e):r.get(e)),$=(e,r,t)=>r.has(e)?Er("Cannot add the same private member more than once"):r instanceof WeakSet?r.add(e):r.set(e,t),te=(e,r,t,i)=>(Yt(e,r,"write to private field"),i?i.call(e,t):r.set(e,t),t),p=(e,r,t)=>(Yt(e,r,"access private method"),t);var ft=globalThis,gt=ft.ShadowRoot&&(ft.ShadyCSS===void 0||ft.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Xt=Symbol(),Tr=new WeakMap,Je=class{constructor(r,t,i){if(this._$cssResult$=!0,i!==Xt)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=r,this.t=t}get styleSheet(){let r=this.o,t=this.t;if(gt&&r===void 0){let i=t!==void 0&&t.length===1;i&&(r=Tr.get(t)),r===void 0&&((this.o=r=new CSSStyleSheet).replaceSync(this.cssText),i&&Tr.set(t,r))}return r}toString(){return this.cssText}},Ar=e=>new Je(typeof e=="string"?e:e+"",void 0,Xt),f=(e,...r)=>{let t=e.length===1?e[0]:r.reduce((i,s,n)=>i+(l=>{if(l._$cssResult$===!0)return l.cssText;if(typeof l=="number")return l;throw Error("Value passed to 'css' function must be a 'css' function result: "+l+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(s)+e[n+1],e[0]);return new Je(t,e,Xt)},Rr=(e,r)=>{if(gt)e.adoptedStyleSheets=r.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of r){let i=document.createElement("style"),s=ft.litNonce;s!==void 0&&i.setAttribute("nonce",s),i.textContent=t.cssText,e.appendChild(i)}},Jt=gt?e=>e:e=>e instanceof CSSStyleSheet?(r=>{let t="";for(let i of r.cssRules)t+=i.cssText;return Ar(t)})(e):e;var{is:Ds,defineProperty:Os,getOwnPropertyDescriptor:Ns,getOwnPropertyNames:Us,getOwnPropertySymbols:Hs,getPrototypeOf:Fs}=Object,vt=globalThis,_r=vt.trustedTypes,js=_r?_r.emptyScript:"",Bs=vt.reactiveElementPolyfillSupport,Ge=(e,r)=>e,Ze={toAttribute(e,r){switch(r){case Boolean:e=e?js:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,r){let t=e;switch(r){case Boolean:t=e!==null;break;case Number:t=e===null?null:Number(e);break;case Object:case Array:try{t=JSON.parse(e)}catch{t=null}}return t}},bt=(e,r)=>!Ds(e,r),Pr={attribute:!0,type:String,converter:Ze,reflect:!1,useDefault:!1,hasChanged:bt};Symbol.metadata??=Symbol("metadata"),vt.litPropertyMetadata??=new WeakMap;var ae=class extends HTMLElement{static addInitializer(r){this._$Ei(),(this.l??=[]).push(r)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(r,t=Pr){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(r)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(r,t),!t.noAccessor){let i=Symbol(),s=this.getPropertyDescriptor(r,i,t);s!==void 0&&Os(this.prototype,r,s)}}static getPropertyDescriptor(r,t,i){let{get:s,set:n}=Ns(this.prototype,r)??{get(){return this[t]},set(l){this[t]=l}};return{get:s,set(l){let h=s?.call(this);n?.call(this,l),this.requestUpdate(r,h,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(r){return this.elementProperties.get(r)??Pr}static _$Ei(){if(this.hasOwnProperty(Ge("elementProperties")))return;let r=Fs(this);r.finalize(),r.l!==void 0&&(this.l=[...r.l]),this.elementProperties=new Map(r.elementProperties)}static finalize(){if(this.hasOwnProperty(Ge("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Ge("properties"))){let t=this.properties,i=[...Us(t),...Hs(t)];for(let s of i)this.createProperty(s,t[s])}let r=this[Symbol.metadata];if(r!==null){let t=litPropertyMetadata.get(r);if(t!==void 0)for(let[i,s]of t)this.elementProperties.set(i,s)}this._$Eh=new Map;for(let[t,i]of this.elementProperties){let s=this._$Eu(t,i);s!==void 0&&this._$Eh.set(s,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(r){let t=[];if(Array.isArray(r)){let i=new Set(r.flat(1/0).reverse());for(let s of i)t.unshift(Jt(s))}else r!==void 0&&t.push(Jt(r));return t}static _$Eu(r,t){let i=t.attribute;return i===!1?void 0:typeof i=="string"?i:typeof r=="string"?r.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(r=>this.enableUpdating=r),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(r=>r(this))}addController(r){(this._$EO??=new Set).add(r),this.renderRoot!==void 0&&this.isConnected&&r.hostConnected?.()}removeController(r){this._$EO?.delete(r)}_$E_(){let r=new Map,t=this.constructor.elementProperties;for(let i of t.keys())this.hasOwnProperty(i)&&(r.set(i,this[i]),delete this[i]);r.size>0&&(this._$Ep=r)}createRenderRoot(){let r=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Rr(r,this.constructor.elementStyles),r}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(r=>r.hostConnected?.())}enableUpdating(r){}disconnectedCallback(){this._$EO?.forEach(r=>r.hostDisconnected?.())}attributeChangedCallback(r,t,i){this._$AK(r,i)}_$ET(r,t){let i=this.constructor.elementProperties.get(r),s=this.constructor._$Eu(r,i);if(s!==void 0&&i.reflect===!0){let n=(i.converter?.toAttribute!==void 0?i.converter:Ze).toAttribute(t,i.type);this._$Em=r,n==null?this.removeAttribute(s):this.setAttribute(s,n),this._$Em=null}}_$AK(r,t){let i=this.constructor,s=i._$Eh.get(r);if(s!==void 0&&this._$Em!==s){let n=i.getPropertyOptions(s),l=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:Ze;this._$Em=s;let h=l.fromAttribute(t,n.type);this[s]=h??this._$Ej?.get(s)??h,this._$Em=null}}requestUpdate(r,t,i,s=!1,n){if(r!==void 0){let l=this.constructor;if(s===!1&&(n=this[r]),i??=l.getPropertyOptions(r),!((i.hasChanged??bt)(n,t)||i.useDefault&&i.reflect&&n===this._$Ej?.get(r)&&!this.hasAttribute(l._$Eu(r,i))))return;this.C(r,t,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(r,t,{useDefault:i,reflect:s,wrapped:n},l){i&&!(this._$Ej??=new Map).has(r)&&(this._$Ej.set(r,l??t??this[r]),n!==!0||l!==void 0)||(this._$AL.has(r)||(this.hasUpdated||i||(t=void 0),this._$AL.set(r,t)),s===!0&&this._$Em!==r&&(this._$Eq??=new Set).add(r))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let r=this.scheduleUpdate();return r!=null&&await r,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[s,n]of this._$Ep)this[s]=n;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[s,n]of i){let{wrapped:l}=n,h=this[s];l!==!0||this._$AL.has(s)||h===void 0||this.C(s,void 0,n,h)}}let r=!1,t=this._$AL;try{r=this.shouldUpdate(t),r?(this.willUpdate(t),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(t)):this._$EM()}catch(i){throw r=!1,this._$EM(),i}r&&this._$AE(t)}willUpdate(r){}_$AE(r){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(r)),this.updated(r)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(r){return!0}update(r){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(r){}firstUpdated(r){}};ae.elementStyles=[],ae.shadowRootOptions={mode:"open"},ae[Ge("elementProperties")]=new Map,ae[Ge("finalized")]=new Map,Bs?.({ReactiveElement:ae}),(vt.reactiveElementVersions??=[]).push("2.1.2");var Zt=globalThis,Ir=e=>e,yt=Zt.trustedTypes,Lr=yt?yt.createPolicy("lit-html",{createHTML:e=>e}):void 0,er="$lit$",le=`lit$${Math.random().toFixed(9).slice(2)}$`,tr="?"+le,qs=`<${tr}>`,Ee=document,tt=()=>Ee.createComment(""),rt=e=>e===null||typeof e!="object"&&typeof e!="function",rr=Array.isArray,Hr=e=>rr(e)||typeof e?.[Symbol.iterator]=="function",Gt=`[ 	
\f\r]`,et=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Mr=/-->/g,Dr=/>/g,Se=RegExp(`>|${Gt}(?:([^\\s"'>=/]+)(${Gt}*=${Gt}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Or=/'/g,Nr=/"/g,Fr=/^(?:script|style|textarea|title)$/i,ir=e=>(r,...t)=>({_$litType$:e,strings:r,values:t}),a=ir(1),T=ir(2),Uo=ir(3),q=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),Ur=new WeakMap,Ce=Ee.createTreeWalker(Ee,129);function jr(e,r){if(!rr(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Lr!==void 0?Lr.createHTML(r):r}var Br=(e,r)=>{let t=e.length-1,i=[],s,n=r===2?"<svg>":r===3?"<math>":"",l=et;for(let h=0;h<t;h++){let m=e[h],S,P,v=-1,C=0;for(;C<m.length&&(l.lastIndex=C,P=l.exec(m),P!==null);)C=l.lastIndex,l===et?P[1]==="!--"?l=Mr:P[1]!==void 0?l=Dr:P[2]!==void 0?(Fr.test(P[2])&&(s=RegExp("</"+P[2],"g")),l=Se):P[3]!==void 0&&(l=Se):l===Se?P[0]===">"?(l=s??et,v=-1):P[1]===void 0?v=-2:(v=l.lastIndex-P[2].length,S=P[1],l=P[3]===void 0?Se:P[3]==='"'?Nr:Or):l===Nr||l===Or?l=Se:l===Mr||l===Dr?l=et:(l=Se,s=void 0);let k=l===Se&&e[h+1].startsWith("/>")?" ":"";n+=l===et?m+qs:v>=0?(i.push(S),m.slice(0,v)+er+m.slice(v)+le+k):m+le+(v===-2?h:k)}return[jr(e,n+(e[t]||"<?>")+(r===2?"</svg>":r===3?"</math>":"")),i]},it=class e{constructor({strings:r,_$litType$:t},i){let s;this.parts=[];let n=0,l=0,h=r.length-1,m=this.parts,[S,P]=Br(r,t);if(this.el=e.createElement(S,i),Ce.currentNode=this.el.content,t===2||t===3){let v=this.el.content.firstChild;v.replaceWith(...v.childNodes)}for(;(s=Ce.nextNode())!==null&&m.length<h;){if(s.nodeType===1){if(s.hasAttributes())for(let v of s.getAttributeNames())if(v.endsWith(er)){let C=P[l++],k=s.getAttribute(v).split(le),L=/([.?@])?(.*)/.exec(C);m.push({type:1,index:n,name:L[2],strings:k,ctor:L[1]==="."?$t:L[1]==="?"?wt:L[1]==="@"?kt:Ae}),s.removeAttribute(v)}else v.startsWith(le)&&(m.push({type:6,index:n}),s.removeAttribute(v));if(Fr.test(s.tagName)){let v=s.textContent.split(le),C=v.length-1;if(C>0){s.textContent=yt?yt.emptyScript:"";for(let k=0;k<C;k++)s.append(v[k],tt()),Ce.nextNode(),m.push({type:2,index:++n});s.append(v[C],tt())}}}else if(s.nodeType===8)if(s.data===tr)m.push({type:2,index:n});else{let v=-1;for(;(v=s.data.indexOf(le,v+1))!==-1;)m.push({type:7,index:n}),v+=le.length-1}n++}}static createElement(r,t){let i=Ee.createElement("template");return i.innerHTML=r,i}};function Te(e,r,t=e,i){if(r===q)return r;let s=i!==void 0?t._$Co?.[i]:t._$Cl,n=rt(r)?void 0:r._$litDirective$;return s?.constructor!==n&&(s?._$AO?.(!1),n===void 0?s=void 0:(s=new n(e),s._$AT(e,t,i)),i!==void 0?(t._$Co??=[])[i]=s:t._$Cl=s),s!==void 0&&(r=Te(e,s._$AS(e,r.values),s,i)),r}var xt=class{constructor(r,t){this._$AV=[],this._$AN=void 0,this._$AD=r,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(r){let{el:{content:t},parts:i}=this._$AD,s=(r?.creationScope??Ee).importNode(t,!0);Ce.currentNode=s;let n=Ce.nextNode(),l=0,h=0,m=i[0];for(;m!==void 0;){if(l===m.index){let S;m.type===2?S=new De(n,n.nextSibling,this,r):m.type===1?S=new m.ctor(n,m.name,m.strings,this,r):m.type===6&&(S=new St(n,this,r)),this._$AV.push(S),m=i[++h]}l!==m?.index&&(n=Ce.nextNode(),l++)}return Ce.currentNode=Ee,s}p(r){let t=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(r,i,t),t+=i.strings.length-2):i._$AI(r[t])),t++}},De=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(r,t,i,s){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=r,this._$AB=t,this._$AM=i,this.options=s,this._$Cv=s?.isConnected??!0}get parentNode(){let r=this._$AA.parentNode,t=this._$AM;return t!==void 0&&r?.nodeType===11&&(r=t.parentNode),r}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(r,t=this){r=Te(this,r,t),rt(r)?r===c||r==null||r===""?(this._$AH!==c&&this._$AR(),this._$AH=c):r!==this._$AH&&r!==q&&this._(r):r._$litType$!==void 0?this.$(r):r.nodeType!==void 0?this.T(r):Hr(r)?this.k(r):this._(r)}O(r){return this._$AA.parentNode.insertBefore(r,this._$AB)}T(r){this._$AH!==r&&(this._$AR(),this._$AH=this.O(r))}_(r){this._$AH!==c&&rt(this._$AH)?this._$AA.nextSibling.data=r:this.T(Ee.createTextNode(r)),this._$AH=r}$(r){let{values:t,_$litType$:i}=r,s=typeof i=="number"?this._$AC(r):(i.el===void 0&&(i.el=it.createElement(jr(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===s)this._$AH.p(t);else{let n=new xt(s,this),l=n.u(this.options);n.p(t),this.T(l),this._$AH=n}}_$AC(r){let t=Ur.get(r.strings);return t===void 0&&Ur.set(r.strings,t=new it(r)),t}k(r){rr(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,i,s=0;for(let n of r)s===t.length?t.push(i=new e(this.O(tt()),this.O(tt()),this,this.options)):i=t[s],i._$AI(n),s++;s<t.length&&(this._$AR(i&&i._$AB.nextSibling,s),t.length=s)}_$AR(r=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);r!==this._$AB;){let i=Ir(r).nextSibling;Ir(r).remove(),r=i}}setConnected(r){this._$AM===void 0&&(this._$Cv=r,this._$AP?.(r))}},Ae=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(r,t,i,s,n){this.type=1,this._$AH=c,this._$AN=void 0,this.element=r,this.name=t,this._$AM=s,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=c}_$AI(r,t=this,i,s){let n=this.strings,l=!1;if(n===void 0)r=Te(this,r,t,0),l=!rt(r)||r!==this._$AH&&r!==q,l&&(this._$AH=r);else{let h=r,m,S;for(r=n[0],m=0;m<n.length-1;m++)S=Te(this,h[i+m],t,m),S===q&&(S=this._$AH[m]),l||=!rt(S)||S!==this._$AH[m],S===c?r=c:r!==c&&(r+=(S??"")+n[m+1]),this._$AH[m]=S}l&&!s&&this.j(r)}j(r){r===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,r??"")}},$t=class extends Ae{constructor(){super(...arguments),this.type=3}j(r){this.element[this.name]=r===c?void 0:r}},wt=class extends Ae{constructor(){super(...arguments),this.type=4}j(r){this.element.toggleAttribute(this.name,!!r&&r!==c)}},kt=class extends Ae{constructor(r,t,i,s,n){super(r,t,i,s,n),this.type=5}_$AI(r,t=this){if((r=Te(this,r,t,0)??c)===q)return;let i=this._$AH,s=r===c&&i!==c||r.capture!==i.capture||r.once!==i.once||r.passive!==i.passive,n=r!==c&&(i===c||s);s&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,r),this._$AH=r}handleEvent(r){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,r):this._$AH.handleEvent(r)}},St=class{constructor(r,t,i){this.element=r,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(r){Te(this,r)}},qr={M:er,P:le,A:tr,C:1,L:Br,R:xt,D:Hr,V:Te,I:De,H:Ae,N:wt,U:kt,B:$t,F:St},zs=Zt.litHtmlPolyfillSupport;zs?.(it,De),(Zt.litHtmlVersions??=[]).push("3.3.3");var zr=(e,r,t)=>{let i=t?.renderBefore??r,s=i._$litPart$;if(s===void 0){let n=t?.renderBefore??null;i._$litPart$=s=new De(r.insertBefore(tt(),n),n,void 0,t??{})}return s._$AI(e),s};var sr=globalThis,M=class extends ae{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let r=super.createRenderRoot();return this.renderOptions.renderBefore??=r.firstChild,r}update(r){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(r),this._$Do=zr(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return q}};M._$litElement$=!0,M.finalized=!0,sr.litElementHydrateSupport?.({LitElement:M});var Ws=sr.litElementPolyfillSupport;Ws?.({LitElement:M});(sr.litElementVersions??=[]).push("4.2.2");var R=e=>(r,t)=>{t!==void 0?t.addInitializer(()=>{customElements.define(e,r)}):customElements.define(e,r)};var Vs={attribute:!0,type:String,converter:Ze,reflect:!1,hasChanged:bt},Ks=(e=Vs,r,t)=>{let{kind:i,metadata:s}=t,n=globalThis.litPropertyMetadata.get(s);if(n===void 0&&globalThis.litPropertyMetadata.set(s,n=new Map),i==="setter"&&((e=Object.create(e)).wrapped=!0),n.set(t.name,e),i==="accessor"){let{name:l}=t;return{set(h){let m=r.get.call(this);r.set.call(this,h),this.requestUpdate(l,m,e,!0,h)},init(h){return h!==void 0&&this.C(l,void 0,e,h),h}}}if(i==="setter"){let{name:l}=t;return function(h){let m=this[l];r.call(this,h),this.requestUpdate(l,m,e,!0,h)}}throw Error("Unsupported decorator location: "+i)};function y(e){return(r,t)=>typeof t=="object"?Ks(e,r,t):((i,s,n)=>{let l=s.hasOwnProperty(n);return s.constructor.createProperty(n,i),l?Object.getOwnPropertyDescriptor(s,n):void 0})(e,r,t)}function g(e){return y({...e,state:!0,attribute:!1})}var Re=(e,r,t)=>(t.configurable=!0,t.enumerable=!0,Reflect.decorate&&typeof r!="object"&&Object.defineProperty(e,r,t),t);function Y(e,r){return(t,i,s)=>{let n=l=>l.renderRoot?.querySelector(e)??null;if(r){let{get:l,set:h}=typeof i=="object"?t:s??(()=>{let m=Symbol();return{get(){return this[m]},set(S){this[m]=S}}})();return Re(t,i,{get(){let m=l.call(this);return m===void 0&&(m=n(this),(m!==null||this.hasUpdated)&&h.call(this,m)),m}})}return Re(t,i,{get(){return n(this)}})}}var or=f`
  :host {
    display: block;
    font-family: var(--ccp-font);
    color: var(--ccp-text);
    line-height: 1.5;
    --tint: color-mix(in srgb, var(--ccp-accent) 9%, var(--ccp-surface));
    --quiet: color-mix(in srgb, var(--ccp-text) 5%, var(--ccp-surface));
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.625rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 620;
  }
  a {
    color: var(--ccp-accent);
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
  }
  .muted {
    color: var(--ccp-text-muted);
  }
  .lead {
    color: var(--ccp-text-muted);
    max-width: 46rem;
    margin-top: 0.25rem;
  }
  .icon {
    width: 1.125rem;
    height: 1.125rem;
    flex: none;
  }
  .card {
    background: var(--ccp-surface);
    border: 1px solid var(--ccp-border);
    border-radius: calc(var(--ccp-radius) * 1.25);
  }
  [role='alert']:empty {
    display: none;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--ccp-focus);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`,Qs=f`
  button,
  .button {
    font: inherit;
    font-weight: 550;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.5rem;
    padding: 0.375rem 1rem;
    border: 1px solid var(--ccp-border);
    border-radius: var(--ccp-radius);
    background: var(--ccp-surface);
    color: var(--ccp-text);
    cursor: pointer;
    text-decoration: none;
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--quiet);
  }
  button.primary {
    background: var(--ccp-accent);
    border-color: var(--ccp-accent);
    color: var(--ccp-accent-text);
  }
  button.primary:hover {
    background: color-mix(in srgb, var(--ccp-accent) 88%, var(--ccp-text));
  }
  button.danger {
    border-color: var(--ccp-danger);
    color: var(--ccp-danger);
  }
  button.danger:hover {
    background: color-mix(in srgb, var(--ccp-danger) 8%, var(--ccp-surface));
  }
  button.icon-only {
    padding: 0;
    width: 2.25rem;
    min-height: 2.25rem;
    border-color: transparent;
    background: transparent;
    color: var(--ccp-text-muted);
  }
  button.icon-only:hover {
    background: var(--quiet);
    color: var(--ccp-text);
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  .spinner {
    width: 1rem;
    height: 1rem;
    border: 2px solid currentColor;
    border-right-color: transparent;
    border-radius: 50%;
    animation: turn 700ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`,Ys=f`
  .field {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }
  label,
  .label {
    font-weight: 580;
    font-size: 0.9375rem;
  }
  .hint {
    color: var(--ccp-text-muted);
    font-size: 0.875rem;
  }
  input:not([type='checkbox']),
  select {
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 2.5rem;
    padding: 0.375rem 0.75rem;
    background: var(--ccp-surface);
    border: 1px solid color-mix(in srgb, var(--ccp-text) 45%, var(--ccp-surface));
    border-radius: var(--ccp-radius);
  }
  input::placeholder {
    color: var(--ccp-text-muted);
    opacity: 1;
  }
  [aria-invalid='true']:not([type='checkbox']) {
    border-color: var(--ccp-danger);
    box-shadow: 0 0 0 1px var(--ccp-danger);
  }
  .error {
    display: flex;
    gap: 0.375rem;
    align-items: flex-start;
    color: var(--ccp-danger);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .error .icon {
    margin-top: 0.125rem;
    width: 1rem;
    height: 1rem;
  }
  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.75rem;
    row-gap: 0.125rem;
    align-items: center;
  }
  .switch > :not(input, label) {
    grid-column: 2;
  }
  input[role='switch'] {
    appearance: none;
    position: relative;
    width: 2.5rem;
    height: 1.5rem;
    margin: 0;
    border-radius: 0.75rem;
    border: 1px solid color-mix(in srgb, var(--ccp-text) 45%, var(--ccp-surface));
    background: var(--quiet);
    cursor: pointer;
    transition: background-color 120ms;
  }
  input[role='switch']::after {
    content: '';
    position: absolute;
    top: 0.1875rem;
    left: 0.1875rem;
    width: 1rem;
    height: 1rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--ccp-text) 60%, var(--ccp-surface));
    transition: transform 120ms;
  }
  input[role='switch']:checked {
    background: var(--ccp-accent);
    border-color: var(--ccp-accent);
  }
  input[role='switch']:checked::after {
    background: var(--ccp-accent-text);
    transform: translateX(1rem);
  }
  input:disabled,
  select:disabled {
    cursor: not-allowed;
    opacity: 0.7;
  }
`,Xs=f`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.0625rem 0.625rem;
    border-radius: 1rem;
    font-size: 0.8125rem;
    font-weight: 580;
    white-space: nowrap;
    color: var(--ccp-text);
    background: color-mix(in srgb, var(--hue, var(--ccp-text)) 13%, var(--ccp-surface));
  }
  .badge::before {
    content: '';
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--hue, var(--ccp-text-muted));
  }
  .badge.good {
    --hue: var(--ccp-success);
  }
  .badge.notable {
    --hue: var(--ccp-accent);
  }
  .badge.careful {
    --hue: var(--ccp-warning);
  }
`,z=[or,Qs,Ys,Xs];var re=class extends M{constructor(){super(...arguments);this.subpath="";this.#e=[]}#e;connectedCallback(){super.connectedCallback(),this.subpath||=this.console.path}disconnectedCallback(){super.disconnectedCallback();for(let t of this.#e.splice(0))t()}untilLeft(t){this.#e.push(t)}};d([y({attribute:!1})],re.prototype,"console",2),d([y()],re.prototype,"subpath",2);var o={common:{save:"Save",saving:"Saving…",cancel:"Cancel",close:"Close",dismiss:"Dismiss",retry:"Try again",loading:"Loading…",newTab:" (opens in a new tab)"},failures:{unreachable:"The server cannot be reached. Check the connection and try again.",forbidden:"You do not have the permission for this.",unexpected:e=>`The server answered with an unexpected error (${e}). Try again.`},faults:{"value.not.unique":"An external source with this name already exists. Choose another name.","value.too.long":"This is too long.","url.invalid":"Enter a complete web address, such as https://example.com/user/.","url.scheme":"A profile URL starts with http:// or https://.","placeholder.repeated":"Leave the ID out: it is put between start and end by itself.","placeholder.unknown":"A profile URL cannot contain {{ or }}.","placeholder.position":"The start must reach beyond the host, at least to the / after it: https://example.com/."},sources:{heading:"External Sources",lead:"The systems that give people IDs: CRMs, customer-data platforms, directories. Every external ID belongs to one of them.",add:"Add External Source",editHeading:"Edit External Source",name:"Name",nameHint:"Unique in your organization.",nameMissing:"Enter a name.",profileUrl:"Profile URL",start:"Profile URL start",startHint:"The part of the profile’s URL before the ID.",startExample:"https://example.com/user/",startMissing:"Enter the part before the ID, too.",end:"Profile URL end",endHint:"The part after the ID. Leave it empty if nothing follows.",endExample:"/profile",withoutIdHint:"This link has no place for the ID: it leads to the same page for everybody.",addId:"Put the ID into the link",preview:"Preview of the link",sample:"Sample ID",sampleId:"johndoe",resultingLink:"Resulting link",noLinkYet:"No link yet",noLink:"No link",id:"ID",status:"Status",active:"Active",disabled:"Disabled",activeSwitch:"Active",activeMeaning:"New contacts can be associated with an active source.",disabledMeaning:"The external IDs of a disabled source go on as before, but no new contact can be associated with it.",activeOf:(e,r)=>`${e} of ${r} active`,fullHint:"Disable one before you activate another.",limitReached:"Your organization already has 10 active external sources. Disable one of them first, or keep this one disabled.",contactsLinked:"Contacts linked",countUnknown:"Not known",moreThan:e=>`${e}+`,action:"Action",actionOn:(e,r)=>`${e} ${r}`,edit:"Edit",disable:"Disable",activate:"Activate",delete:"Delete",filters:"Filter external sources",search:"Search",searchPlaceholder:"Beginning of the name",allStatuses:"All",clearFilters:"Clear filters",pages:"Pages",page:e=>`Page ${e}`,pageSize:"Rows per page",next:"Next",previous:"Previous",nextPage:"Next page",previousPage:"Previous page",none:"No external sources yet",noneText:"Add the first system that knows your customers: its external IDs then bring the interactions of a person together on one contact.",noMatch:"Nothing matches",noMatchText:"No external source has a name that begins so, and this status.",added:e=>`${e} was added.`,changed:e=>`${e} was saved.`,showIt:"Show it",disabling:{heading:e=>`Disable ${e}?`,sentences:["The external IDs that came from it go on as before: a contact can still be searched by its external ID. But no new contact can be associated with it."],action:"Disable",busyLabel:"Disabling…",done:e=>`${e} is disabled.`},activating:{heading:e=>`Activate ${e}?`,sentences:["New contacts can be associated with it again. An organization can have up to 10 active external sources."],action:"Activate",busyLabel:"Activating…",done:e=>`${e} is active.`},deleting:{heading:e=>`Delete ${e}?`,sentences:["Its external IDs stay on their contacts and still resolve, but without a name and a profile link. The name becomes free for another source.","This cannot be undone."],action:"Delete",busyLabel:"Deleting…",done:e=>`${e} was deleted.`}},resolution:{heading:"Identity Resolution",lead:"How interactions find their contact: for each line, mailbox, number, deployment or account on its own.",channelsLabel:"Channels",channels:{voice:"Voice",callback:"Callback",email:"Email",sms:"SMS",web:"Web messaging",open:"Open messaging",whatsapp:"WhatsApp",facebook:"Facebook",instagram:"Instagram",apple:"Apple",x:"X"},channelHints:{voice:"Calls that arrive at a call flow.",callback:"Calls that are made on behalf of a queue.",email:"Messages that arrive at a route of an e-mail domain.",sms:"Text messages to one of your numbers.",web:"Visitors of a web deployment, signed in or not.",open:"Messages of an open-messaging integration.",whatsapp:"Messages to a WhatsApp integration.",facebook:"Messages to a Facebook integration.",instagram:"Messages to an Instagram integration.",apple:"Messages to an Apple integration.",x:"Messages to an X integration."},parameters:{callFlow:"Call flow ID",queue:"Queue ID",domain:"Domain name",route:"Route ID",smsNumber:"Phone number ID",deployment:"Deployment ID",integration:"Integration ID"},idMissing:"Enter the ID.",open:"Open",opening:"Opening…",openedText:e=>`The configuration of ${e} is open.`,integration:e=>`Configuration of ${e}`,resolves:"Resolve identities",resolvesHint:"Interactions that arrive here are linked to the contact that owns their identifiers.",source:"External source",sourceHint:"External IDs that come without a source count as IDs of this one.",noSource:"None",formerSource:e=>`${e} (not active)`,automerge:"Automatic merging",mergesSignedIn:"Signed-in visitors",mergesSignedInHint:"Merge what is learnt of a visitor who has signed in with the contact they are.",mergesTracked:"Tracked visitors",mergesTrackedHint:"Merge what web tracking learns of a visitor with the contact they are.",division:"Division",divisionHint:"A division’s ID keeps contacts in it. With * or nothing, the interaction decides.",saved:"Saved",unsaved:"Unsaved changes",unsavedMark:", unsaved changes",undo:"Undo changes",readOnly:"You can view this configuration, but not change it.",discardHeading:"Discard unsaved changes?",discardText:"The configuration that is open has changes that were not saved. Opening another one discards them.",discard:"Discard",nothing:"Nothing to show",nothingText:"You do not have the permissions to view the configuration of any channel."},contacts:{heading:"Contacts",lead:"Find a person by anything that identifies them, and see all their interactions in one place.",search:"Search contacts",searchHint:"Name, phone number, e-mail address, external ID or handle.",find:"Search",finding:"Searching…",begin:"Whom are you looking for?",beginText:"Enter a name, or any phone number, e-mail address, external ID or handle as it is known to you.",foundCount:e=>e===1?"1 contact":`${e} contacts`,noneFound:e=>`No contact found for “${e}”`,noneFoundText:"Names are found by their beginnings; phone numbers, addresses and IDs only as a whole.",more:"Show more",unnamed:"Unnamed contact",externalIdOf:e=>`ID ${e}`,back:"All contacts",notThere:"There is no such contact. It may have been deleted.",type:"Type",types:{Curated:"Curated",Identified:"Identified",Ephemeral:"Ephemeral"},typeMeaning:{Curated:"Somebody vouches for this contact; it stays.",Identified:"Known by an identifier; ends 60 days after the last interaction.",Ephemeral:"Seen once; ends 60 days after the last interaction."},details:"Details",fields:{salutation:"Salutation",firstName:"First name",middleName:"Middle name",lastName:"Last name",title:"Title",workEmail:"Work e-mail",personalEmail:"Personal e-mail",otherEmail:"Other e-mail",workPhone:"Work phone",cellPhone:"Cell phone",homePhone:"Home phone",otherPhone:"Other phone",address:"Address",twitter:"X (Twitter)",line:"LINE",facebook:"Facebook",whatsApp:"WhatsApp",instagram:"Instagram",externalSystemUrl:"External system",division:"Division",created:"Created",modified:"Changed",id:"Contact ID"},noDivision:"Unassigned",identifiers:"Identifiers",noIdentifiers:"Nothing identifies this contact yet.",idType:"Type",idSource:"External source",idValue:"Value",idSince:"Since",idTypes:{ExternalId:"External ID",Email:"E-mail",Phone:"Phone",Cookie:"Cookie",SocialLine:"LINE",SocialFacebook:"Facebook",SocialTwitter:"X (Twitter)",SocialWhatsapp:"WhatsApp",SocialWhatsappBsuid:"WhatsApp (business-scoped)",SocialInstagram:"Instagram",SocialInstagramHandle:"Instagram handle",AppleOpaqueId:"Apple"},deletedSource:"Deleted source",openProfile:", opens the profile in a new tab",waits:"Another contact owns it",interactions:"Interactions",noInteractions:"No interaction was linked to this contact yet.",earlier:"Show earlier ones",conversation:e=>`Conversation ${e}`,linkedToMerged:"linked to a contact that was merged into this one",channels:{Voice:"Voice call",Callback:"Callback",Email:"E-mail",Chat:"Chat",Cobrowse:"Co-browsing",Video:"Video",Screenshare:"Screen share",Message:"Message",Sms:"SMS",WebMessaging:"Web messaging",Open:"Open messaging",WhatsApp:"WhatsApp",Facebook:"Facebook",Instagram:"Instagram",Twitter:"X",Line:"LINE",Apple:"Apple",Unknown:"Other channel"},outcomes:{matched:"Matched",created:"New contact",merged:"Merged",unresolved:"Unresolved",disabled:"Not resolved here",rejected:"Rejected"},promote:"Promote",promoteHeading:"Promote this contact?",promoteSentences:["It becomes Curated: it no longer ends by itself, and searches find it by name.","This cannot be undone."],promoting:"Promoting…",promoted:"The contact is Curated now.",mergeOpen:"Merge…",mergeHeading:"Merge with another contact",mergeWith:"The other contact",mergeText:"This is what the two become. No identifier and no interaction is lost, and both IDs go on answering. It cannot be undone.",mergePreview:"Preview of the merge",mergeResult:"Result",mergeAction:"Merge",merging:"Merging…",merged:"The contacts were merged.",chooseAnother:"Choose another",mergeSet:"Merged contacts",mergeSetText:"These IDs are one contact; reading any of them answers with the canonical one.",canonical:"Canonical"}};var Oe=e=>({ok:!0,value:e}),nr=e=>({ok:!1,failure:e});function Wr(e,r){let t=(r?.details??[]).map(({fieldName:s="",errorCode:n="",message:l=""})=>({field:s,code:n,message:o.faults[n]??l})),i={status:e,code:r?.code??"unknown",message:e===403?o.failures.forbidden:r?.message??o.failures.unexpected(e),fields:t};return r?.limit?.key&&(i.limit=r.limit.key),r?.entityId&&(i.entityId=r.entityId),i}var Vr=()=>({status:0,code:"unreachable",message:o.failures.unreachable,fields:[]}),Kr={status:0,code:"aborted",message:"",fields:[]};function Ne(e,...r){let t=i=>r.some(s=>i===s||s.endsWith(".")&&i.startsWith(s));return(e?.fields??[]).filter(({field:i})=>t(i)).map(({message:i})=>i).join(" ")}function X(e,r){let t=Object.entries(r).filter(([,i])=>i!==void 0&&i!=="");return t.length===0?e:`${e}?${new URLSearchParams(t.map(([i,s])=>[i,String(s)]))}`}var Js=async e=>e.json().catch(()=>{}),U=class{constructor(r){this.console=r}get(r,t){return this.#e(r,"GET",void 0,t)}send(r,t,i,s){return this.#e(t,r,i,s)}async#e(r,t,i,s){try{let n=await this.console.request(r,{method:t,...i===void 0?{}:{body:JSON.stringify(i)},...s?{signal:s}:{}}),l=await Js(n);return n.ok?Oe(l):nr(Wr(n.status,l))}catch{return nr(s?.aborted?Kr:Vr())}}};var ue="/api/v2",me=`${ue}/externalcontacts`;var ar=`${me}/contacts`,Qr=e=>`${ar}/${encodeURIComponent(e)}`,Yr="identifiers,externalSources,division",V={get:(e,r,t)=>e.get(X(Qr(r),{expand:Yr}),t),search:(e,r,t,i,s)=>e.get(X(ar,{q:r,pageNumber:t,pageSize:i}),s),reverse:(e,r,t)=>e.get(X(`${me}/reversewhitepageslookup`,{lookupVal:r}),t),byExternalId:(e,r,t,i)=>e.send("POST",`${me}/identifierlookup/contacts`,{type:"ExternalId",value:t,externalSource:{id:r}},i),promote:(e,r)=>e.send("POST",`${Qr(r)}/promotion`),merge:(e,r,t)=>e.send("POST",X(`${ar}/merge`,{expand:Yr,dryRun:t||void 0}),{contactIds:r})};var H=e=>a`
  <button
    type=${e.type??"button"}
    class=${e.kind??""}
    ?autofocus=${e.autofocus}
    aria-disabled=${e.busy?"true":c}
    aria-busy=${e.busy?"true":c}
    @click=${r=>{e.busy?r.preventDefault():e.onPress?.()}}
  >
    ${e.busy?a`<span class="spinner" aria-hidden="true"></span>${e.busyLabel}`:e.label}
  </button>
`;function Xr(){let e=document.activeElement;for(;e?.shadowRoot?.activeElement;)e=e.shadowRoot.activeElement;return e instanceof HTMLElement&&e!==document.body?e:null}var _=e=>a`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${e}
  </svg>`,b={add:_(T`<path d="M12 5v14M5 12h14" />`),edit:_(T`<path d="M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4" />`),remove:_(T`<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5" />`),power:_(T`<path d="M12 3.5v8M7 6.5a7.5 7.5 0 1 0 10 0" />`),search:_(T`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" />`),close:_(T`<path d="M6 6l12 12M18 6 6 18" />`),external:_(T`<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6" />`),back:_(T`<path d="M19 12H5M11 6l-6 6 6 6" />`),next:_(T`<path d="m9 5 7 7-7 7" />`),previous:_(T`<path d="m15 5-7 7 7 7" />`),warning:_(T`<path d="M12 4 2.5 20h19zM12 10v4.5M12 17.3v.2" />`),done:_(T`<path d="m5 12.5 4.5 4.5L19 7.5" />`),merge:_(T`<path d="M6 4v3c0 4 6 5 6 9v4M18 4v3c0 4-6 5-6 9M9 17l3 3 3-3" />`),promote:_(T`<path d="M12 20V5M5.5 11.5 12 5l6.5 6.5" />`),sources:_(T`<rect x="3.5" y="4" width="7" height="7" rx="1.5" /><rect x="13.5" y="4" width="7" height="7" rx="1.5" />
    <rect x="3.5" y="14" width="7" height="7" rx="1.5" /><path d="M17 14v7M13.5 17.5h7" />`),person:_(T`<circle cx="12" cy="8" r="4" /><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6" />`),voice:_(T`<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.500 3.500 5.600A1.500 1.500 0 0 1 5 4z" />`),email:_(T`<rect x="3" y="5.500" width="18" height="13" rx="2" /><path d="m4 7 8 6 8-6" />`),message:_(T`<path d="M4 5h16v11H10l-5 4v-4H4z" />`),unknown:_(T`<circle cx="12" cy="12" r="8" /><path d="M12 8v5M12 16v.2" />`)};var Gs=f`
  dialog {
    width: min(36rem, calc(100vw - 1.5rem));
    max-height: calc(100dvh - 1.5rem);
    padding: 0;
    border: 1px solid var(--ccp-border);
    border-radius: calc(var(--ccp-radius) * 1.5);
    background: var(--ccp-surface);
    color: var(--ccp-text);
    box-shadow: 0 1.25rem 4rem rgb(0 0 0 / 0.28);
  }
  dialog.wide {
    width: min(54rem, calc(100vw - 1.5rem));
  }
  dialog::backdrop {
    background: rgb(8 12 20 / 0.5);
  }
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding: 1.125rem 1rem 0.875rem 1.5rem;
    background: var(--ccp-surface);
  }
  h2 {
    font-size: 1.25rem;
    overflow-wrap: anywhere;
  }
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.125rem;
    padding: 0 1.5rem 1.5rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.625rem;
    margin-top: 0.25rem;
  }
  @media (max-width: 30rem) {
    .content {
      padding: 0 1rem 1rem;
    }
    .actions {
      flex-direction: column-reverse;
    }
    .actions button {
      width: 100%;
    }
  }
`,J=class extends M{static{this.styles=[...z,Gs]}#e=null;get isWide(){return!1}firstUpdated(){this.#e=Xr(),this.dialog.showModal(),this.dialog.querySelector("[autofocus]")?.focus()}disconnectedCallback(){super.disconnectedCallback(),this.#e?.isConnected&&this.#e.focus()}dismiss(r){r?.preventDefault(),this.isBusy||this.dispatchEvent(new CustomEvent("dismiss"))}render(){return a`<dialog class=${this.isWide?"wide":""} aria-labelledby="heading" @cancel=${this.dismiss}>
      <header>
        <h2 id="heading">${this.caption}</h2>
        <button type="button" class="icon-only" aria-label=${o.common.close} @click=${this.dismiss}>${b.close}</button>
      </header>
      ${this.content()}
    </dialog>`}};d([Y("dialog")],J.prototype,"dialog",2);var _e=e=>e??c;var ce={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ct=e=>(...r)=>({_$litDirective$:e,values:r}),Ue=class{constructor(r){}get _$AU(){return this._$AM._$AU}_$AT(r,t,i){this._$Ct=r,this._$AM=t,this._$Ci=i}_$AS(r,t){return this.update(r,t)}update(r,t){return this.render(...t)}};var{I:Zs}=qr,Jr=e=>e;var Zr=e=>e.strings===void 0,Gr=()=>document.createComment(""),He=(e,r,t)=>{let i=e._$AA.parentNode,s=r===void 0?e._$AB:r._$AA;if(t===void 0){let n=i.insertBefore(Gr(),s),l=i.insertBefore(Gr(),s);t=new Zs(n,l,e,e.options)}else{let n=t._$AB.nextSibling,l=t._$AM,h=l!==e;if(h){let m;t._$AQ?.(e),t._$AM=e,t._$AP!==void 0&&(m=e._$AU)!==l._$AU&&t._$AP(m)}if(n!==s||h){let m=t._$AA;for(;m!==n;){let S=Jr(m).nextSibling;Jr(i).insertBefore(m,s),m=S}}}return t},he=(e,r,t=e)=>(e._$AI(r,t),e),eo={},Et=(e,r=eo)=>e._$AH=r,ei=e=>e._$AH,Tt=e=>{e._$AR(),e._$AA.remove()};var At=Ct(class extends Ue{constructor(e){if(super(e),e.type!==ce.PROPERTY&&e.type!==ce.ATTRIBUTE&&e.type!==ce.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Zr(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[r]){if(r===q||r===c)return r;let t=e.element,i=e.name;if(e.type===ce.PROPERTY){if(r===t[i])return q}else if(e.type===ce.BOOLEAN_ATTRIBUTE){if(!!r===t.hasAttribute(i))return q}else if(e.type===ce.ATTRIBUTE&&t.getAttribute(i)===r+"")return q;return Et(e),r}});var st=(e,r,t)=>[r&&`${e}-hint`,t&&`${e}-error`].filter(Boolean).join(" ")||void 0,W=(e,r)=>r?a`<p class="error" id="${e}-error">${b.warning}<span>${r}</span></p>`:c,ot=(e,r)=>r?a`<p class="hint" id="${e}-hint">${r}</p>`:c,F=e=>a`
  <div class="field">
    <label for=${e.id}>${e.label}</label>
    <input
      id=${e.id}
      type=${e.type??"text"}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${At(e.value)}
      placeholder=${_e(e.placeholder)}
      ?disabled=${e.disabled}
      ?autofocus=${e.autofocus}
      aria-required=${e.required?"true":c}
      aria-invalid=${e.error?"true":c}
      aria-describedby=${_e(st(e.id,e.hint,e.error))}
      @input=${r=>e.onInput(r.target.value)}
    />
    ${ot(e.id,e.hint)} ${W(e.id,e.error)}
  </div>
`;var G=class extends J{constructor(){super(...arguments);this.heading="";this.sentences=[];this.action="";this.busyLabel="";this.error="";this.danger=!1;this.busy=!1}get caption(){return this.heading}get isBusy(){return this.busy}content(){return a`<div class="content">
      ${this.sentences.map(t=>a`<p>${t}</p>`)}
      <div role="alert">${this.error?W("confirmation",this.error):c}</div>
      <div class="actions">
        <button type="button" ?autofocus=${this.danger} aria-disabled=${this.busy?"true":c} @click=${this.dismiss}>
          ${o.common.cancel}
        </button>
        ${H({label:this.action,busy:this.busy,busyLabel:this.busyLabel,kind:this.danger?"danger":"primary",autofocus:!this.danger,onPress:()=>this.dispatchEvent(new CustomEvent("confirm"))})}
      </div>
    </div>`}};d([y()],G.prototype,"heading",2),d([y({attribute:!1})],G.prototype,"sentences",2),d([y()],G.prototype,"action",2),d([y()],G.prototype,"busyLabel",2),d([y()],G.prototype,"error",2),d([y({type:Boolean})],G.prototype,"danger",2),d([y({type:Boolean})],G.prototype,"busy",2),G=d([R("extsrc-confirmation")],G);function nt(e,r){let t,i=()=>{clearTimeout(t),t=setTimeout(e,r)};return i.cancel=()=>clearTimeout(t),i}var fe=f`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    min-height: 3.25rem;
    border-radius: var(--ccp-radius);
    border: 1px solid var(--hue);
    background: color-mix(in srgb, var(--hue) 8%, var(--ccp-surface));
  }
  .notice > span {
    flex: 1;
    min-width: 12rem;
    overflow-wrap: anywhere;
  }
  .notice > .icon {
    color: var(--hue);
  }
  .notice.good {
    --hue: var(--ccp-success);
  }
  .notice.bad {
    --hue: var(--ccp-danger);
  }
`,ie=e=>e?a`<div class="notice ${e.kind}">
        ${e.kind==="good"?b.done:b.warning}<span>${e.text}</span>
        ${e.action?a`<button type="button" @click=${e.action.onPress}>${e.action.label}</button>`:c}
        ${e.onDismiss?a`<button type="button" class="icon-only" aria-label=${o.common.dismiss} @click=${e.onDismiss}>
                ${b.close}
              </button>`:c}
      </div>`:c;var ge=f`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    max-width: 76rem;
    margin: 0 auto;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: flex-start;
    justify-content: space-between;
  }
  .head > :first-child {
    flex: 1 1 22rem;
    min-width: 0;
  }
  @media (max-width: 30rem) {
    .head > button {
      width: 100%;
    }
  }
`;var ve=f`
  .skeleton {
    display: grid;
    gap: 1.25rem;
    padding: 1.5rem 1rem;
  }
  .skeleton span:not(.visually-hidden) {
    height: 0.875rem;
    border-radius: 0.4375rem;
    background: color-mix(in srgb, var(--ccp-text) 9%, var(--ccp-surface));
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .skeleton span:nth-child(odd) {
    margin-right: 30%;
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }
`,be=e=>a`<div class="skeleton" role="status" aria-busy="true">
    <span class="visually-hidden">${e}</span>
    ${Array.from({length:5},()=>a`<span aria-hidden="true"></span>`)}
  </div>`;var Rt=f`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    padding: 0.6875rem 1rem;
    vertical-align: middle;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--ccp-text-muted);
    white-space: nowrap;
  }
  td[role='rowheader'],
  th[scope='row'] {
    font-size: 1rem;
    font-weight: 580;
    color: var(--ccp-text);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  tbody tr {
    border-top: 1px solid var(--ccp-border);
  }
  tbody tr:hover {
    background: color-mix(in srgb, var(--ccp-accent) 4%, var(--ccp-surface));
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  @media (max-width: 48rem) {
    table,
    tbody,
    tr,
    td,
    th[scope='row'] {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      padding: 0.75rem 0;
    }
    td,
    th[scope='row'] {
      padding: 0.25rem 1rem;
    }
    td[data-label] {
      display: grid;
      grid-template-columns: 7.5rem minmax(0, 1fr);
      gap: 0.5rem;
      align-items: baseline;
      justify-items: start;
    }
    td[data-label]::before {
      content: attr(data-label);
      font-size: 0.8125rem;
      color: var(--ccp-text-muted);
    }
    .number {
      text-align: left;
    }
  }
`;var ye={addSource:"externalContacts:externalSource:add",editSource:"externalContacts:externalSource:edit",deleteSource:"externalContacts:externalSource:delete",viewSource:"externalContacts:externalSource:view",viewContact:"externalContacts:contact:view",viewSessions:"externalContacts:session:view",promote:"externalContacts:identity:promote",merge:"externalContacts:identity:merge"};var _t=e=>`/admin/${e}`;var ti=f`
  :host {
    container-type: inline-size;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-content: start;
  }
  @container (min-width: 56rem) {
    .columns:has(.aside) {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    justify-self: start;
    text-decoration: none;
    font-weight: 550;
  }
  .back:hover {
    text-decoration: underline;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.625rem;
    align-items: center;
  }
  h1 + .row {
    margin-top: 0.5rem;
  }
  section {
    padding: 1.25rem;
  }
  section h2 {
    margin-bottom: 0.875rem;
  }
  section.flush {
    padding: 1.25rem 0 0.25rem;
    overflow: clip;
  }
  .flush h2,
  .inset {
    padding-inline: 1.25rem;
  }
  .flush :is(th, td, th[scope='row']) {
    padding-inline: 1.25rem;
  }
  .inset {
    padding-bottom: 1rem;
  }
  .merge-set li {
    padding: 0.375rem 0;
    overflow-wrap: anywhere;
  }
  .merge-set p {
    margin-bottom: 0.5rem;
  }
`;var to=e=>["address1","address2","postalCode","city","state","countryCode"].map(r=>e?.[r]).filter(Boolean).join(", "),at=e=>e?.screenName??e?.handle??e?.phoneNumber?.display??e?.displayName??e?.name,ro=e=>typeof e=="string"?e:JSON.stringify(e);function lr(e){let{fields:r}=o.contacts;return[[r.salutation,e.salutation],[r.firstName,e.firstName],[r.middleName,e.middleName],[r.lastName,e.lastName],[r.title,e.title],[r.workEmail,e.workEmail],[r.personalEmail,e.personalEmail],[r.otherEmail,e.otherEmail],[r.workPhone,e.workPhone?.display],[r.cellPhone,e.cellPhone?.display],[r.homePhone,e.homePhone?.display],[r.otherPhone,e.otherPhone?.display],[r.address,to(e.address)],[r.twitter,at(e.twitterId)],[r.line,at(e.lineId)],[r.facebook,at(e.facebookId)],[r.whatsApp,at(e.whatsAppId)],[r.instagram,at(e.instagramId)],[r.externalSystemUrl,e.externalSystemUrl],...Object.entries(e.customFields??{}).map(([i,s])=>[i,ro(s)])].flatMap(([i,s])=>s?[[i,s]]:[])}var ri=f`
  .details {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 1rem 1.5rem;
  }
  .details dt {
    font-size: 0.8125rem;
    color: var(--ccp-text-muted);
  }
  .details dd {
    overflow-wrap: anywhere;
  }
`;function ii(e,r){let t=new Intl.DateTimeFormat(r,{dateStyle:"medium",timeStyle:"short"}),{fields:i}=o.contacts,s=e.division?.name??e.division?.id,n=[[i.division,!s||s==="*"?o.contacts.noDivision:s],[i.created,t.format(new Date(e.createDate))],[i.modified,t.format(new Date(e.modifyDate))],[i.id,e.id]];return a`<dl class="details">
    ${[...lr(e),...n].map(([l,h])=>a`<div>
          <dt>${l}</dt>
          <dd>${h}</dd>
        </div>`)}
  </dl>`}var Pt="{{externalId.value}}",cr={start:"",end:"",withId:!0};function It(e){if(!e)return cr;let r=e.indexOf(Pt);return r<0?{start:e,end:"",withId:!1}:{start:e.slice(0,r),end:e.slice(r+Pt.length),withId:!0}}function Lt({start:e,end:r,withId:t}){let[i,s]=[e.trim(),r.trim()];return t?i||s?i+Pt+s:void 0:i||void 0}var io=e=>encodeURIComponent(e.toWellFormed()).replace(/[!'()*]/g,r=>`%${r.charCodeAt(0).toString(16).toUpperCase()}`),Mt=(e,r)=>e.replace(Pt,()=>io(r));function Dt(e){let r=URL.parse(e);return r&&(r.protocol==="http:"||r.protocol==="https:")?r.href:void 0}var so=({type:e,value:r,externalSource:t,dateCreated:i})=>({type:e,value:r,since:i,...t?{source:t}:{}});function dr(e){let r=(e.identifiers??[]).map(so),t=(s,n)=>r.some(l=>l.source?.id===s&&l.value===n),i=(e.externalIds??[]).filter(({externalSource:s,value:n})=>!t(s.id,n)).map(({externalSource:s,value:n})=>({type:"ExternalId",value:n,source:s}));return[...r,...i].sort((s,n)=>+(n.type==="ExternalId")-+(s.type==="ExternalId"))}function oo({source:e,value:r}){let t=e?.linkConfiguration?.uriTemplate;return t?Dt(Mt(t,r)):void 0}var no=e=>e?e.name===void 0?a`<span class="muted">${o.contacts.deletedSource}</span>`:a`${e.name}${e.active===!1?a` <span class="badge">${o.sources.disabled}</span>`:c}`:a`<span class="muted" aria-hidden="true">–</span>`,ao=e=>{let r=oo(e);return r?a`<a class="value" href=${r} target="_blank" rel="noopener noreferrer"
    >${e.value}${b.external}<span class="visually-hidden">${o.contacts.openProfile}</span></a
  >`:a`<span class="value">${e.value}</span>`},si=f`
  .value {
    overflow-wrap: anywhere;
  }
  .value .icon {
    width: 0.875rem;
    height: 0.875rem;
    margin-left: 0.25rem;
  }
`,oi=(e,r)=>{let t=new Intl.DateTimeFormat(r,{dateStyle:"medium"}),i=[o.contacts.idType,o.contacts.idSource,o.contacts.idValue,o.contacts.idSince];return a`<table role="table" aria-label=${o.contacts.identifiers}>
    <thead role="rowgroup">
      <tr role="row">
        ${i.map(s=>a`<th role="columnheader" scope="col">${s}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${dr(e).map(s=>a`<tr role="row">
            <th role="rowheader" scope="row">${o.contacts.idTypes[s.type]??s.type}</th>
            <td role="cell" data-label=${i[1]}><span>${no(s.source)}</span></td>
            <td role="cell" data-label=${i[2]}>${ao(s)}</td>
            <td role="cell" data-label=${i[3]}>
              ${s.since?t.format(new Date(s.since)):a`<span class="muted">${o.contacts.waits}</span>`}
            </td>
          </tr>`)}
    </tbody>
  </table>`};var lt=`${me}/externalsources`,ni=e=>`${lt}/${encodeURIComponent(e)}`,xe=10,j={list:(e,r,t)=>e.get(X(lt,{...r}),t),active:async e=>{let r=await e.get(X(lt,{active:!0,limit:25}));return r.ok?Oe(r.value.entities):r},counts:(e,r,t)=>e.get(X(`${lt}/contactcounts`,{ids:r.join(",")}),t),create:(e,r)=>e.send("POST",lt,r),replace:(e,r,t)=>e.send("PUT",ni(r),t),remove:(e,r)=>e.send("DELETE",ni(r))};var lo=/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,co=/^[+\d][\d\s().\/-]{4,}$/,po=/^[^\s@]+@[^\s@]+$/,uo=/^@?\w{1,15}$/,mo=25,ho=e=>co.test(e)||po.test(e)||uo.test(e);async function ai(e,r,t){if(lo.test(r)){let s=await V.get(e,r,t);return s.ok?[s.value]:[]}if(!ho(r))return[];let i=await V.reverse(e,r,t);return i.ok?i.value.contacts:[]}async function li(e,r,t){let[i,s]=await Promise.all([j.list(e,{active:!0,limit:25},t),j.list(e,{active:!1,limit:25},t)]),n=[...i.ok?i.value.entities:[],...s.ok?s.value.entities:[]].slice(0,mo);return(await Promise.all(n.map(({id:h})=>V.byExternalId(e,h,r,t)))).flatMap(h=>h.ok?[h.value]:[])}var ci=25,Fe=class{constructor(r,t){this.host=r;this.client=t;this.asked="";this.total=0;this.loading=!1;this.#e=0;this.#r=0;r.addController(this)}#e;#r;#t;hostDisconnected(){this.#t?.abort()}get hasMore(){return this.#e<this.#r}async find(r){let t=this.#i();this.asked=r.trim(),this.#e=1;let[i,s]=await Promise.all([V.search(this.client(),this.asked,1,ci,t),ai(this.client(),this.asked,t)]);if(t.aborted)return;this.failure=i.ok?void 0:i.failure,this.#r=i.ok?i.value.pageCount:0;let n=pr([...s,...i.ok?i.value.entities:[]]);i.ok&&n.length===0&&(n=pr(await li(this.client(),this.asked,t))),!t.aborted&&(this.found=n,this.total=Math.max(i.ok?i.value.total:0,n.length),this.#s())}async more(){let r=this.#i(),t=await V.search(this.client(),this.asked,this.#e+1,ci,r);r.aborted||(this.failure=t.ok?void 0:t.failure,t.ok&&(this.#e+=1,this.found=pr([...this.found??[],...t.value.entities])),this.#s())}#i(){return this.#t?.abort(),this.#t=new AbortController,this.loading=!0,this.host.requestUpdate(),this.#t.signal}#s(){this.loading=!1,this.host.requestUpdate()}},pr=e=>[...new Map(e.map(r=>[r.id,r])).values()];var fo=["workPhone","cellPhone","homePhone","otherPhone"],go=["workEmail","personalEmail","otherEmail"],vo=e=>e?.display,ur=e=>[...go.map(r=>e[r]),...fo.map(r=>vo(e[r]))].filter(r=>r!==void 0);function de(e){return[e.salutation,e.firstName,e.middleName,e.lastName].filter(Boolean).join(" ")||ur(e)[0]||e.externalIds?.[0]?.value||o.contacts.unnamed}var di=f`
  .scroll {
    overflow-x: auto;
  }
  .scroll table {
    min-width: 30rem;
    border-collapse: collapse;
    width: 100%;
  }
  .scroll th,
  .scroll td {
    text-align: left;
    vertical-align: top;
    padding: 0.5rem 0.75rem;
    border-top: 1px solid var(--ccp-border);
    overflow-wrap: anywhere;
    font-size: 0.9375rem;
  }
  .scroll thead th {
    border-top: 0;
    font-size: 0.8125rem;
    color: var(--ccp-text-muted);
  }
  .scroll tbody th {
    font-weight: 400;
    color: var(--ccp-text-muted);
    font-size: 0.8125rem;
  }
  .scroll .result {
    background: var(--tint);
    font-weight: 580;
  }
`;function bo(e,r,t){let i=[e,r,t].map(l=>new Map(lr(l))),s=new Set(i.flatMap(l=>[...l.keys()])),n=l=>String(dr(l).length);return[[o.contacts.type,...[e,r,t].map(({type:l})=>o.contacts.types[l])],...[...s].map(l=>[l,...i.map(h=>h.get(l)??"–")]),[o.contacts.identifiers,n(e),n(r),n(t)]]}var pi=(e,r,t)=>a`
  <div class="scroll" tabindex="0" role="region" aria-label=${o.contacts.mergePreview}>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${de(e)}</th>
          <th scope="col">${de(r)}</th>
          <th scope="col" class="result">${o.contacts.mergeResult}</th>
        </tr>
      </thead>
      <tbody>
        ${bo(e,r,t).map(([i,...s])=>a`<tr>
              <th scope="row">${i}</th>
              ${s.map((n,l)=>a`<td class=${l===2?"result":""}>${n}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>
`;var ui=(e,r,t)=>{let i=new Map;for(let s=r;s<=t;s++)i.set(e[s],s);return i},Ot=Ct(class extends Ue{constructor(e){if(super(e),e.type!==ce.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,r,t){let i;t===void 0?t=r:r!==void 0&&(i=r);let s=[],n=[],l=0;for(let h of e)s[l]=i?i(h,l):l,n[l]=t(h,l),l++;return{values:n,keys:s}}render(e,r,t){return this.dt(e,r,t).values}update(e,[r,t,i]){let s=ei(e),{values:n,keys:l}=this.dt(r,t,i);if(!Array.isArray(s))return this.ut=l,n;let h=this.ut??=[],m=[],S,P,v=0,C=s.length-1,k=0,L=n.length-1;for(;v<=C&&k<=L;)if(s[v]===null)v++;else if(s[C]===null)C--;else if(h[v]===l[k])m[k]=he(s[v],n[k]),v++,k++;else if(h[C]===l[L])m[L]=he(s[C],n[L]),C--,L--;else if(h[v]===l[L])m[L]=he(s[v],n[L]),He(e,m[L+1],s[v]),v++,L--;else if(h[C]===l[k])m[k]=he(s[C],n[k]),He(e,s[v],s[C]),C--,k++;else if(S===void 0&&(S=ui(l,k,L),P=ui(h,v,C)),S.has(h[v]))if(S.has(h[C])){let ne=P.get(l[k]),Qt=ne!==void 0?s[ne]:null;if(Qt===null){let Cr=He(e,s[v]);he(Cr,n[k]),m[k]=Cr}else m[k]=he(Qt,n[k]),He(e,s[v],Qt),s[ne]=null;k++}else Tt(s[C]),C--;else Tt(s[v]),v++;for(;k<=L;){let ne=He(e,m[L+1]);he(ne,n[k]),m[k++]=ne}for(;v<=C;){let ne=s[v++];ne!==null&&Tt(ne)}return this.ut=l,Et(e,m),q}});var yo={Curated:"good",Identified:"notable",Ephemeral:""},Nt=e=>a`<span class="badge ${yo[e]}" title=${o.contacts.typeMeaning[e]}>${o.contacts.types[e]}</span>`;var Ut=f`
  .results li + li {
    border-top: 1px solid var(--ccp-border);
  }
  .results a {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.125rem 0.875rem;
    align-items: center;
    padding: 0.75rem 1rem;
    color: inherit;
    text-decoration: none;
  }
  .results a:hover {
    background: color-mix(in srgb, var(--ccp-accent) 4%, var(--ccp-surface));
  }
  .results a:hover .name {
    text-decoration: underline;
  }
  @media (max-width: 30rem) {
    .results .badge {
      grid-column: 2;
      justify-self: start;
    }
  }
  .results .avatar {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--tint);
    color: var(--ccp-accent);
  }
  .results .name {
    font-weight: 580;
    overflow-wrap: anywhere;
  }
  .results .about {
    font-size: 0.875rem;
    color: var(--ccp-text-muted);
    overflow-wrap: anywhere;
  }
`,ct=e=>`directory/contacts/${e}`,xo=e=>{let r=(e.externalIds??[]).slice(0,3).map(({value:t})=>o.contacts.externalIdOf(t));return[...ur(e).filter(t=>t!==de(e)),...r].slice(0,4).join(" · ")||e.id},Ht=(e,r)=>a`
  <ul class="results">
    ${Ot(e,({id:t})=>t,t=>a`<li>
          <a
            href=${_t(ct(t.id))}
            @click=${i=>{i.ctrlKey||i.metaKey||i.shiftKey||(i.preventDefault(),r(t))}}
          >
            <span class="avatar">${b.person}</span>
            <span>
              <span class="name">${de(t)}</span><br />
              <span class="about">${xo(t)}</span>
            </span>
            ${Nt(t.type)}
          </a>
        </li>`)}
  </ul>
`;var pe,A,mi,Ft,hi,fi,mr,gi,vi,bi,K=class extends J{constructor(){super(...arguments);$(this,A);this.typed="";this.error="";this.busy=!1;$(this,pe,new Fe(this,()=>new U(this.console)))}get caption(){return o.contacts.mergeHeading}get isBusy(){return this.busy}get isWide(){return!0}content(){return a`<div class="content">
      ${this.preview&&this.other?p(this,A,bi).call(this,this.other,this.preview):p(this,A,vi).call(this)}
      <div role="alert">${this.error?W("merge",this.error):c}</div>
    </div>`}};pe=new WeakMap,A=new WeakSet,mi=async function(t){t.preventDefault(),!(this.typed.trim()===""||u(this,pe).loading)&&(await u(this,pe).find(this.typed),this.console.announce(o.contacts.foundCount(u(this,A,Ft).length)))},Ft=function(){let t=new Set([this.contact.id,...(this.contact.mergeSet??[]).map(({id:i})=>i)]);return(u(this,pe).found??[]).filter(({id:i})=>!t.has(i))},hi=async function(t){if(this.busy)return;let i=await p(this,A,mr).call(this,t,!0),s=await V.get(new U(this.console),t.id);this.other=s.ok?s.value:t,i&&(this.preview=i,this.console.announce(o.contacts.mergePreview))},fi=async function(){if(!this.other)return;let t=await p(this,A,mr).call(this,this.other,!1);t&&this.dispatchEvent(new CustomEvent("merged",{detail:t}))},mr=async function(t,i){this.error="",this.busy=!0;let s=await V.merge(new U(this.console),[this.contact.id,t.id],i);if(this.busy=!1,s.ok)return s.value;this.error=s.failure.message},gi=function(){this.preview=void 0,this.other=void 0,this.error=""},vi=function(){return a`<form class="box" role="search" @submit=${p(this,A,mi)}>
        ${F({id:"other",type:"search",label:o.contacts.mergeWith,hint:o.contacts.searchHint,value:this.typed,autofocus:!0,onInput:t=>this.typed=t})}
        ${H({label:o.contacts.find,busyLabel:o.contacts.finding,busy:u(this,pe).loading,type:"submit"})}
      </form>
      ${u(this,pe).found&&u(this,A,Ft).length===0?a`<p class="muted">${o.contacts.noneFound(u(this,pe).asked)}</p>`:a`<div aria-busy=${this.busy?"true":"false"}>
              ${Ht(u(this,A,Ft),t=>{p(this,A,hi).call(this,t)})}
            </div>`}`},bi=function(t,i){return a`<p>${o.contacts.mergeText}</p>
      ${pi(this.contact,t,i)}
      <div class="actions">
        <button type="button" aria-disabled=${this.busy?"true":c} @click=${()=>this.busy||p(this,A,gi).call(this)}>
          ${o.contacts.chooseAnother}
        </button>
        ${H({label:o.contacts.mergeAction,busyLabel:o.contacts.merging,busy:this.busy,kind:"primary",onPress:()=>{p(this,A,fi).call(this)}})}
      </div>`},K.styles=[...J.styles,di,Ut,f`
      .box {
        display: flex;
        gap: 0.75rem;
        align-items: flex-end;
      }
      .box .field {
        flex: 1;
      }
    `],d([y({attribute:!1})],K.prototype,"console",2),d([y({attribute:!1})],K.prototype,"contact",2),d([g()],K.prototype,"typed",2),d([g()],K.prototype,"other",2),d([g()],K.prototype,"preview",2),d([g()],K.prototype,"error",2),d([g()],K.prototype,"busy",2),K=d([R("extsrc-merge-dialog")],K);function yi(e){let r=e.mergeSet??[];return r.length<2?c:a`<section class="card merge-set" aria-labelledby="merge-set">
    <h2 id="merge-set">${o.contacts.mergeSet}</h2>
    <p class="muted">${o.contacts.mergeSetText}</p>
    <ul>
      ${r.map(({id:t})=>a`<li>
            ${t} ${t===e.id?a`<span class="badge good">${o.contacts.canonical}</span>`:c}
          </li>`)}
    </ul>
  </section>`}var hr={first:(e,r,t)=>e.get(X(`${me}/contacts/${encodeURIComponent(r)}/journey/sessions`,{pageSize:25}),t),next:(e,r,t)=>e.get(r,t)};var xi=f`
  h3 {
    margin: 0 0 0.625rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--ccp-text-muted);
  }
  ol + h3 {
    margin-top: 0.5rem;
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    gap: 0.875rem;
    padding-bottom: 1.125rem;
  }
  li:not(:last-child)::before {
    content: '';
    position: absolute;
    left: 1.09375rem;
    top: 2.25rem;
    bottom: 0;
    width: 1px;
    background: var(--ccp-border);
  }
  .channel {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--tint);
    color: var(--ccp-accent);
  }
  li p {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: center;
    overflow-wrap: anywhere;
  }
  time,
  .reason {
    font-size: 0.875rem;
    color: var(--ccp-text-muted);
  }
`;var $o={Voice:b.voice,Callback:b.voice,Email:b.email,Message:b.message,Chat:b.message},$i=(e,r)=>e.attributes[`identityResolution.${r}`]?.value??"",je,ee,wi,fr,ki,Si,Z=class extends M{constructor(){super(...arguments);$(this,ee);this.contactId="";this.loading=!1;$(this,je)}willUpdate(t){t.has("contactId")&&(this.shown=void 0,this.reload())}disconnectedCallback(){super.disconnectedCallback(),u(this,je)?.abort()}async reload(){let t=await p(this,ee,fr).call(this,(i,s)=>hr.first(i,this.contactId,s));t&&(this.shown=t.entities)}render(){if(this.failure){let t={label:o.common.retry,onPress:()=>{this.reload()}};return ie({kind:"bad",text:this.failure.message,action:t})}return this.shown?this.shown.length===0?a`<p class="muted">${o.contacts.noInteractions}</p>`:a`
      ${[...p(this,ee,ki).call(this)].map(([t,i])=>a`<h3>${t}</h3>
            <ol>
              ${i.map(s=>p(this,ee,Si).call(this,s))}
            </ol>`)}
      ${this.nextUri?H({label:o.contacts.earlier,busyLabel:o.common.loading,busy:this.loading,onPress:()=>{p(this,ee,wi).call(this)}}):c}
    `:be(o.common.loading)}};je=new WeakMap,ee=new WeakSet,wi=async function(){let t=this.nextUri;if(!t)return;let i=await p(this,ee,fr).call(this,(s,n)=>hr.next(s,t,n));i&&(this.shown=[...this.shown??[],...i.entities])},fr=async function(t){u(this,je)?.abort();let{signal:i}=te(this,je,new AbortController);this.loading=!0;let s=await t(new U(this.console),i);if(!i.aborted)return this.loading=!1,this.failure=s.ok?void 0:s.failure,s.ok&&(this.nextUri=s.value.nextUri),s.ok?s.value:void 0},ki=function(){let t=new Intl.DateTimeFormat(this.console.locale,{dateStyle:"full"});return Map.groupBy(this.shown??[],({createdDate:i})=>t.format(new Date(i)))},Si=function(t){let i=t.conversationChannels[0],s=new Intl.DateTimeFormat(this.console.locale,{timeStyle:"short"}).format(new Date(t.createdDate)),n=$i(t,"outcome"),l=i?.messageType??i?.type??"Unknown";return a`<li>
      <span class="channel">${$o[i?.type??""]??b.unknown}</span>
      <div>
        <p>
          <strong>${o.contacts.channels[l]??l}</strong>
          <time datetime=${t.createdDate}>${s}</time>
          ${n?a`<span class="badge notable">${o.contacts.outcomes[n]??n}</span>`:c}
        </p>
        <p class="reason">${$i(t,"reason")}</p>
        <p class="reason">
          ${o.contacts.conversation(t.id)}${t.externalContact.id===this.contactId?c:a` · ${o.contacts.linkedToMerged}`}
        </p>
      </div>
    </li>`},Z.styles=[...z,xi,ve,fe],d([y({attribute:!1})],Z.prototype,"console",2),d([y()],Z.prototype,"contactId",2),d([g()],Z.prototype,"shown",2),d([g()],Z.prototype,"nextUri",2),d([g()],Z.prototype,"loading",2),d([g()],Z.prototype,"failure",2),Z=d([R("extsrc-timeline")],Z);var wo=200,Be,qe,pt,w,Ci,Ei,dt,Pe,Ti,Ai,Ri,_i,Pi,Ii,Li,Mi,Di,B=class extends M{constructor(){super(...arguments);$(this,w);this.contactId="";this.busy=!1;this.error="";$(this,Be);$(this,qe);$(this,pt,nt(()=>{p(this,w,Ei).call(this)},wo));$(this,Pe,()=>{this.asks=void 0,this.error=""})}willUpdate(t){t.has("contactId")&&(this.contact=void 0,this.failure=void 0,this.notice=void 0,p(this,w,Ci).call(this))}disconnectedCallback(){var t;super.disconnectedCallback(),u(this,Be)?.abort(),(t=u(this,qe))==null||t.call(this),u(this,pt).cancel()}render(){let t=i=>{i.ctrlKey||i.metaKey||i.shiftKey||(i.preventDefault(),this.console.navigate("directory/contacts"))};return a`<div class="page">
        <a class="back" href=${_t("directory/contacts")} @click=${t}>${b.back}${o.contacts.back}</a>
        ${p(this,w,Di).call(this)}
      </div>
      ${this.contact?p(this,w,_i).call(this,this.contact):c}`}};Be=new WeakMap,qe=new WeakMap,pt=new WeakMap,w=new WeakSet,Ci=async function(){var t;(t=u(this,qe))==null||t.call(this),te(this,qe,this.console.subscribe([`v2.externalcontacts.contacts.${this.contactId}`],()=>u(this,pt).call(this))),await p(this,w,dt).call(this),await this.updateComplete,this.heading?.focus()},Ei=async function(){await Promise.all([p(this,w,dt).call(this),this.timeline?.reload()])},dt=async function(){u(this,Be)?.abort();let{signal:t}=te(this,Be,new AbortController),i=await V.get(new U(this.console),this.contactId,t);t.aborted||(this.failure=i.ok?void 0:i.failure,this.contact=i.ok?i.value:void 0,this.console.title(i.ok?de(i.value):o.contacts.heading))},Pe=new WeakMap,Ti=function(t){this.notice={kind:"good",text:t,onDismiss:()=>this.notice=void 0},this.console.announce(t)},Ai=async function(){this.busy=!0;let t=await V.promote(new U(this.console),this.contactId);if(this.busy=!1,!t.ok)return void(this.error=t.failure.message);u(this,Pe).call(this),await p(this,w,dt).call(this),p(this,w,Ti).call(this,o.contacts.promoted)},Ri=function({detail:t}){u(this,Pe).call(this),this.console.announce(o.contacts.merged),this.console.navigate(ct(t.id))},_i=function(t){return this.asks==="merge"?a`<extsrc-merge-dialog
        .console=${this.console}
        .contact=${t}
        @merged=${p(this,w,Ri)}
        @dismiss=${u(this,Pe)}
      ></extsrc-merge-dialog>`:this.asks!=="promote"?c:a`<extsrc-confirmation
      .heading=${o.contacts.promoteHeading}
      .sentences=${o.contacts.promoteSentences}
      .action=${o.contacts.promote}
      .busyLabel=${o.contacts.promoting}
      .busy=${this.busy}
      .error=${this.error}
      @confirm=${p(this,w,Ai)}
      @dismiss=${u(this,Pe)}
    ></extsrc-confirmation>`},Pi=function(t){let i=t.type!=="Curated"&&this.console.can(ye.promote);return a`<div class="row">
      ${i?a`<button type="button" @click=${()=>this.asks="promote"}>
              ${b.promote}${o.contacts.promote}
            </button>`:c}
      ${this.console.can(ye.merge)?a`<button type="button" @click=${()=>this.asks="merge"}>${b.merge}${o.contacts.mergeOpen}</button>`:c}
    </div>`},Ii=function(t){return this.console.can(ye.viewSessions)?a`<div class="column aside">
      <section class="card" aria-labelledby="interactions">
        <h2 id="interactions">${o.contacts.interactions}</h2>
        <extsrc-timeline .console=${this.console} .contactId=${t.id}></extsrc-timeline>
      </section>
    </div>`:c},Li=function(t){let{locale:i}=this.console;return a`<div class="columns">
      <div class="column">
        <section class="card" aria-labelledby="details">
          <h2 id="details">${o.contacts.details}</h2>
          ${ii(t,i)}
        </section>
        <section class="card flush" aria-labelledby="identifiers">
          <h2 id="identifiers">${o.contacts.identifiers}</h2>
          ${t.identifiers?.length||t.externalIds?.length?oi(t,i):a`<p class="muted inset">${o.contacts.noIdentifiers}</p>`}
        </section>
        ${yi(t)}
      </div>
      ${p(this,w,Ii).call(this,t)}
    </div>`},Mi=function(t){return a`<div class="head">
      <div>
        <h1 tabindex="-1">${de(t)}</h1>
        <p class="row">${Nt(t.type)}<span class="muted">${o.contacts.typeMeaning[t.type]}</span></p>
      </div>
      ${p(this,w,Pi).call(this,t)}
    </div>`},Di=function(){return this.failure?a`<h1 tabindex="-1">${o.contacts.heading}</h1>
        <div role="alert">
          ${ie({kind:"bad",text:this.failure.status===404?o.contacts.notThere:this.failure.message,action:{label:o.common.retry,onPress:()=>{p(this,w,dt).call(this)}}})}
        </div>`:this.contact?a`${p(this,w,Mi).call(this,this.contact)} ${ie(this.notice)}${p(this,w,Li).call(this,this.contact)}`:a`<div class="card">${be(o.common.loading)}</div>`},B.styles=[...z,ge,ti,ri,Rt,si,ve,fe],d([y({attribute:!1})],B.prototype,"console",2),d([y()],B.prototype,"contactId",2),d([g()],B.prototype,"contact",2),d([g()],B.prototype,"failure",2),d([g()],B.prototype,"notice",2),d([g()],B.prototype,"asks",2),d([g()],B.prototype,"busy",2),d([g()],B.prototype,"error",2),d([Y("h1")],B.prototype,"heading",2),d([Y("extsrc-timeline")],B.prototype,"timeline",2),B=d([R("extsrc-contact-view")],B);var ze=f`
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 3.5rem 1.5rem;
    text-align: center;
  }
  .empty > .icon {
    width: 2.5rem;
    height: 2.5rem;
    padding: 0.5rem;
    border-radius: 50%;
    color: var(--ccp-accent);
    background: var(--tint);
    box-sizing: content-box;
    margin-bottom: 0.5rem;
  }
  .empty p {
    max-width: 34rem;
    color: var(--ccp-text-muted);
  }
  .empty button {
    margin-top: 0.75rem;
  }
`,$e=(e,r,t,i)=>a`
  <div class="empty">
    ${e}
    <h2>${r}</h2>
    <p>${t}</p>
    ${i??c}
  </div>
`;var se,We,Oi,Ni,we=class extends M{constructor(){super(...arguments);$(this,We);this.typed="";$(this,se,new Fe(this,()=>new U(this.console)))}focusBox(){this.box?.focus()}render(){return a`<div class="page">
      <div class="head">
        <div>
          <h1 tabindex="-1">${o.contacts.heading}</h1>
          <p class="lead">${o.contacts.lead}</p>
        </div>
      </div>
      <form class="box" role="search" @submit=${p(this,We,Oi)}>
        ${F({id:"query",type:"search",label:o.contacts.search,hint:o.contacts.searchHint,value:this.typed,onInput:t=>this.typed=t})}
        ${H({label:o.contacts.find,busyLabel:o.contacts.finding,busy:u(this,se).loading,kind:"primary",type:"submit"})}
      </form>
      ${p(this,We,Ni).call(this)}
    </div>`}};se=new WeakMap,We=new WeakSet,Oi=async function(t){t.preventDefault(),this.typed.trim()!==""&&(await u(this,se).find(this.typed),u(this,se).found&&this.console.announce(o.contacts.foundCount(u(this,se).total)))},Ni=function(){let{found:t,loading:i,failure:s,asked:n,total:l}=u(this,se);return s?a`<div role="alert">${ie({kind:"bad",text:s.message})}</div>`:i&&!t?a`<div class="card">${be(o.common.loading)}</div>`:t?t.length===0?a`<div class="card">
        ${$e(b.search,o.contacts.noneFound(n),o.contacts.noneFoundText)}
      </div>`:a`
      <h2>${o.contacts.foundCount(l)}</h2>
      <div class="card" aria-busy=${i?"true":"false"}>
        ${Ht(t,({id:h})=>this.console.navigate(ct(h)))}
        ${u(this,se).hasMore?a`<div class="more">
                ${H({label:o.contacts.more,busyLabel:o.common.loading,busy:i,onPress:()=>{u(this,se).more()}})}
              </div>`:c}
      </div>
    `:a`<div class="card">${$e(b.search,o.contacts.begin,o.contacts.beginText)}</div>`},we.styles=[...z,ge,Ut,ze,ve,fe,f`
      .box {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        align-items: flex-end;
      }
      .box .field {
        flex: 1 1 16rem;
      }
      .more {
        display: flex;
        justify-content: center;
        padding: 0.75rem;
        border-top: 1px solid var(--ccp-border);
      }
      @media (max-width: 30rem) {
        .box button {
          width: 100%;
        }
      }
    `],d([y({attribute:!1})],we.prototype,"console",2),d([g()],we.prototype,"typed",2),d([Y("#query")],we.prototype,"box",2),we=d([R("extsrc-contact-search")],we);var Ve=class extends re{updated(r){!r.has("subpath")||this.subpath||this.console.title(o.contacts.heading)}focusHeading(){this.subpath||this.search.focusBox()}render(){let r=decodeURIComponent(this.subpath);return a`
      <extsrc-contact-search .console=${this.console} ?hidden=${r!==""}></extsrc-contact-search>
      ${r?a`<extsrc-contact-view .console=${this.console} .contactId=${r}></extsrc-contact-view>`:c}
    `}};Ve.styles=or,d([Y("extsrc-contact-search")],Ve.prototype,"search",2),Ve=d([R("extsrc-contacts")],Ve);var Ui=f`
  .meter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    font-size: 0.9375rem;
  }
  .meter strong {
    font-weight: 620;
  }
  .places {
    display: flex;
    gap: 0.1875rem;
  }
  .places span {
    width: 0.875rem;
    height: 0.5rem;
    border-radius: 0.25rem;
    background: color-mix(in srgb, var(--ccp-text) 16%, var(--ccp-surface));
  }
  .places .taken {
    background: var(--ccp-success);
  }
  .full .places .taken {
    background: var(--ccp-warning);
  }
`;function Hi(e){if(e===void 0)return c;let r=e>=xe;return a`<p class="meter ${r?"full":""}">
    <span class="places" aria-hidden="true">
      ${Array.from({length:xe},(t,i)=>a`<span class=${i<e?"taken":""}></span>`)}
    </span>
    <strong>${o.sources.activeOf(e,xe)}</strong>
    ${r?a`<span class="muted">${o.sources.fullHint}</span>`:c}
  </p>`}var Ke=e=>a`
  <div class="field">
    <label for=${e.id}>${e.label}</label>
    <select
      id=${e.id}
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":c}
      aria-describedby=${_e(st(e.id,e.hint,e.error))}
      @change=${r=>e.onChange(r.target.value)}
    >
      ${e.options.map(([r,t])=>a`<option value=${r} ?selected=${r===e.value}>${t}</option>`)}
    </select>
    ${ot(e.id,e.hint)} ${W(e.id,e.error)}
  </div>
`;var Fi=f`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 11rem;
    gap: 0.75rem;
    align-items: end;
  }
  @media (max-width: 30rem) {
    .filters {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`,ji=(e,r,t)=>a`<div class="filters" role="search" aria-label=${o.sources.filters}>
    ${F({id:"search",type:"search",label:o.sources.search,placeholder:o.sources.searchPlaceholder,value:e.name,onInput:r})}
    ${Ke({id:"status-filter",label:o.sources.status,value:e.status,options:[["all",o.sources.allStatuses],["active",o.sources.active],["disabled",o.sources.disabled]],onChange:i=>t(i)})}
  </div>`;var Bi=f`
  .link-text {
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .link-text .id {
    display: inline-block;
    padding: 0 0.375rem;
    border-radius: 0.375rem;
    font-size: 0.75rem;
    font-weight: 650;
    background: var(--tint);
    color: var(--ccp-text);
    border: 1px solid color-mix(in srgb, var(--ccp-accent) 35%, var(--ccp-surface));
  }
`;function qi(e){if(!e)return a`<span class="muted">${o.sources.noLink}</span>`;let{start:r,end:t,withId:i}=It(e);return a`<span class="link-text">${r}${i?a`<span class="id">${o.sources.id}</span>`:""}${t}</span>`}var ko=[25,50,100],Wi=f`
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.75rem 1rem;
    border-top: 1px solid var(--ccp-border);
  }
  .pager .field {
    grid-template-columns: auto 5.5rem;
    align-items: center;
    gap: 0.75rem;
  }
  .pager label {
    font-weight: 400;
    color: var(--ccp-text-muted);
  }
  .pager .steps {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .pager .steps span {
    white-space: nowrap;
  }
  @media (max-width: 30rem) {
    .pager .steps {
      width: 100%;
      justify-content: space-between;
    }
    .pager .steps button {
      padding-inline: 0.625rem;
    }
  }
`,zi=(e,r,t,i)=>a`
  <button type="button" aria-disabled=${r?c:"true"} aria-label=${e} @click=${()=>r&&t()}>
    ${i}
  </button>
`,Vi=(e,r)=>a`<nav class="pager" aria-label=${o.sources.pages}>
    ${Ke({id:"page-size",label:o.sources.pageSize,value:String(e.pageSize),options:ko.map(t=>[String(t),String(t)]),onChange:t=>r(Number(t))})}
    <div class="steps">
      ${zi(o.sources.previousPage,e.hasPrevious&&!e.loading,()=>e.previous(),a`${b.previous}${o.sources.previous}`)}
      <span class="muted">${o.sources.page(e.pageNumber)}</span>
      ${zi(o.sources.nextPage,e.hasNext&&!e.loading,()=>e.next(),a`${o.sources.next}${b.next}`)}
    </div>
  </nav>`;var Ki=e=>(r,t)=>j.replace(r,t.id,{name:t.name,active:e,...t.linkConfiguration?{linkConfiguration:t.linkConfiguration}:{}}),gr={disable:{...o.sources.disabling,danger:!1,run:Ki(!1)},activate:{...o.sources.activating,danger:!1,run:Ki(!0)},delete:{...o.sources.deleting,danger:!0,run:(e,r)=>j.remove(e,r.id)}},Qi=e=>e.limit==="external.sources.active"?o.sources.limitReached:e.message;var Qe=e=>a`
  <div class="switch">
    <input
      id=${e.id}
      type="checkbox"
      role="switch"
      .checked=${At(e.checked)}
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":c}
      aria-describedby=${_e(st(e.id,e.hint,e.error))}
      @change=${r=>e.onChange(r.target.checked)}
    />
    <label for=${e.id}>${e.label}</label>
    ${ot(e.id,e.hint)} ${W(e.id,e.error)}
  </div>
`;var Yi=f`
  .preview {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border-radius: var(--ccp-radius);
    background: var(--quiet);
  }
  .preview output,
  .preview a {
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .preview .icon {
    width: 0.875rem;
    height: 0.875rem;
    margin-left: 0.25rem;
    vertical-align: baseline;
  }
`,So=e=>{let r=Dt(e);return r?a`<a href=${r} target="_blank" rel="noopener noreferrer"
    >${e}${b.external}<span class="visually-hidden">${o.common.newTab}</span></a
  >`:a`<span>${e}</span>`};function Xi(e,r,t){let i=Lt(e);return a`<div class="preview" role="group" aria-label=${o.sources.preview}>
    ${e.withId?F({id:"sample",label:o.sources.sample,value:r,onInput:t}):c}
    <div>
      <p class="label" id="preview-label">${o.sources.resultingLink}</p>
      <output aria-labelledby="preview-label" for="start end sample">
        ${i?So(Mt(i,r)):a`<span class="muted">${o.sources.noLinkYet}</span>`}
      </output>
    </div>
  </div>`}var Ji=e=>e?{name:e.name,link:It(e.linkConfiguration?.uriTemplate),active:e.active}:{name:"",link:cr,active:!0};function Gi({name:e,link:r,active:t}){let i=Lt(r);return{name:e.trim(),active:t,...i?{linkConfiguration:{uriTemplate:i}}:{}}}function Zi({name:e,link:r}){let t={};return e.trim()===""&&(t.name=o.sources.nameMissing),r.start.trim()===""&&r.end.trim()!==""&&(t.start=o.sources.startMissing),t}function Co(e,{end:r}){let t=Ne(e,"linkConfiguration","linkConfiguration.");return t?/[{}]/.test(r)&&e.fields.some(({code:s})=>s.startsWith("placeholder."))?{end:t}:{start:t}:{}}function es(e,r){if(e.limit==="external.sources.active")return{status:o.sources.limitReached};let t=Co(e,r.link),i=Ne(e,"name");i&&(t.name=i);let s=Ne(e,"active");return s&&(t.status=s),Object.keys(t).length>0?t:{other:e.message}}var I,jt,Bt,ts,vr,rs,is,Q=class extends J{constructor(){super(...arguments);$(this,I);this.errors={};this.saving=!1;this.sample=o.sources.sampleId}connectedCallback(){super.connectedCallback(),this.form=Ji(this.source)}get caption(){return this.source?o.sources.editHeading:o.sources.add}get isBusy(){return this.saving}content(){return a`<form class="content" novalidate @submit=${p(this,I,ts)}>
      ${F({id:"name",label:o.sources.name,hint:o.sources.nameHint,value:this.form.name,error:this.errors.name,required:!0,autofocus:!0,onInput:t=>p(this,I,jt).call(this,{name:t},"name")})}
      ${p(this,I,rs).call(this)} ${Xi(this.form.link,this.sample,t=>this.sample=t)}
      ${Qe({id:"status",label:o.sources.activeSwitch,hint:p(this,I,is).call(this),checked:this.form.active,error:this.errors.status,onChange:t=>p(this,I,jt).call(this,{active:t},"status")})}
      <div role="alert">${this.errors.other?W("form",this.errors.other):c}</div>
      <div class="actions">
        <button type="button" aria-disabled=${this.saving?"true":c} @click=${this.dismiss}>
          ${o.common.cancel}
        </button>
        ${H({label:o.common.save,busyLabel:o.common.saving,busy:this.saving,kind:"primary",type:"submit"})}
      </div>
    </form>`}};I=new WeakSet,jt=function(t,...i){this.form={...this.form,...t};let s={...this.errors};for(let n of i)delete s[n];this.errors=s},Bt=function(t,...i){p(this,I,jt).call(this,{link:{...this.form.link,...t}},...i)},ts=async function(t){if(t.preventDefault(),this.saving)return;if(this.errors=Zi(this.form),Object.keys(this.errors).length>0)return p(this,I,vr).call(this);this.saving=!0;let i=Gi(this.form),s=this.source?await j.replace(this.client,this.source.id,i):await j.create(this.client,i);if(this.saving=!1,s.ok)return void this.dispatchEvent(new CustomEvent("saved",{detail:s.value}));this.errors=es(s.failure,this.form),await p(this,I,vr).call(this)},vr=async function(){await this.updateComplete,this.renderRoot.querySelector('[aria-invalid="true"]')?.focus()},rs=function(){let{start:t,end:i,withId:s}=this.form.link;return a`
      ${F({id:"start",label:o.sources.start,hint:s?o.sources.startHint:o.sources.withoutIdHint,placeholder:o.sources.startExample,value:t,error:this.errors.start,onInput:n=>p(this,I,Bt).call(this,{start:n},"start")})}
      ${s?F({id:"end",label:o.sources.end,hint:o.sources.endHint,placeholder:o.sources.endExample,value:i,error:this.errors.end,onInput:n=>p(this,I,Bt).call(this,{end:n},"end","start")}):a`<div>
              <button type="button" @click=${()=>p(this,I,Bt).call(this,{withId:!0})}>${o.sources.addId}</button>
            </div>`}
    `},is=function(){let t=this.form.active?o.sources.activeMeaning:o.sources.disabledMeaning;return this.activeCount===void 0?t:`${o.sources.activeOf(this.activeCount,xe)}. ${t}`},Q.styles=[...J.styles,Yi],d([y({attribute:!1})],Q.prototype,"client",2),d([y({attribute:!1})],Q.prototype,"source",2),d([y({attribute:!1})],Q.prototype,"activeCount",2),d([g()],Q.prototype,"form",2),d([g()],Q.prototype,"errors",2),d([g()],Q.prototype,"saving",2),d([g()],Q.prototype,"sample",2),Q=d([R("extsrc-source-dialog")],Q);var Eo={all:void 0,active:!0,disabled:!1},qt=class{constructor(r,t){this.host=r;this.client=t;this.name="";this.status="all";this.pageSize=25;this.counts=new Map;this.loading=!1;this.#e=[void 0];r.addController(this)}#e;#r;#t;hostDisconnected(){this.#t?.abort()}get pageNumber(){return this.#e.length}get hasNext(){return this.#r!==void 0}get hasPrevious(){return this.#e.length>1}get filtered(){return this.name.trim()!==""||this.status!=="all"}get full(){return this.activeCount!==void 0&&this.activeCount>=xe}restart(){return this.#e=[void 0],this.load()}next(){return this.#e.push(this.#r),this.load()}previous(){return this.#e.pop(),this.load()}async load(){this.#t?.abort();let{signal:r}=this.#t=new AbortController;this.loading=!0,this.host.requestUpdate();let t={name:this.name.trim(),active:Eo[this.status],cursor:this.#e.at(-1),limit:this.pageSize},[i,s]=await Promise.all([j.list(this.client(),t,r),j.list(this.client(),{active:!0,limit:25},r)]);r.aborted||(this.loading=!1,this.failure=i.ok?void 0:i.failure,s.ok&&(this.activeCount=s.value.entities.length),i.ok&&(this.entities=i.value.entities,this.#r=i.value.cursors.after),this.host.requestUpdate(),i.ok&&await this.#i(i.value.entities,r))}async#i(r,t){if(r.length===0)return;let i=r.map(({id:n})=>n),s=await j.counts(this.client(),i,t);!s.ok||t.aborted||(this.counts=new Map(s.value.entities.map(n=>[n.id,n])),this.host.requestUpdate())}};var ss=f`
  .row-actions {
    display: flex;
    gap: 0.125rem;
    justify-content: flex-end;
  }
  th.action,
  td.action {
    text-align: right;
    width: 1%;
  }
  table[aria-busy='true'] tbody {
    opacity: 0.6;
  }
  @media (max-width: 48rem) {
    td.action {
      width: auto;
    }
    .row-actions {
      justify-content: flex-start;
      margin-left: -0.5rem;
    }
    .row-actions button {
      width: 2.75rem;
      min-height: 2.75rem;
    }
  }
`,To=e=>a`<span class="badge ${e?"good":""}">${e?o.sources.active:o.sources.disabled}</span>`;function Ao(e,r){if(!e)return a`<span class="muted" aria-label=${o.sources.countUnknown} role="img">–</span>`;let t=new Intl.NumberFormat(r).format(e.contactCount);return a`${e.capped?o.sources.moreThan(t):t}`}function Ro(e,r){let t=(i,s,n)=>a`<button
      type="button"
      class="icon-only"
      aria-label=${o.sources.actionOn(s,r.name)}
      title=${s}
      @click=${()=>e.onAction(i,r)}
    >
      ${n}
    </button>`;return a`<div class="row-actions">
    ${e.canEdit?t("edit",o.sources.edit,b.edit):c}
    ${e.canEdit&&r.active?t("disable",o.sources.disable,b.power):c}
    ${e.canEdit&&!r.active?t("activate",o.sources.activate,b.power):c}
    ${e.canDelete?t("delete",o.sources.delete,b.remove):c}
  </div>`}var _o=(e,r)=>a`
  <tr role="row" data-id=${r.id}>
    <th role="rowheader" scope="row">${r.name}</th>
    <td role="cell" data-label=${o.sources.profileUrl}>${qi(r.linkConfiguration?.uriTemplate)}</td>
    <td role="cell" data-label=${o.sources.status}>${To(r.active)}</td>
    <td role="cell" data-label=${o.sources.contactsLinked} class="number">
      <span>${Ao(e.counts.get(r.id),e.locale)}</span>
    </td>
    ${e.canEdit||e.canDelete?a`<td role="cell" data-label=${o.sources.action} class="action">${Ro(e,r)}</td>`:c}
  </tr>
`,os=e=>a`
  <table role="table" aria-label=${o.sources.heading} aria-busy=${e.loading?"true":"false"}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${o.sources.name}</th>
        <th role="columnheader" scope="col">${o.sources.profileUrl}</th>
        <th role="columnheader" scope="col">${o.sources.status}</th>
        <th role="columnheader" scope="col" class="number">${o.sources.contactsLinked}</th>
        ${e.canEdit||e.canDelete?a`<th role="columnheader" scope="col" class="action">${o.sources.action}</th>`:c}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${Ot(e.entities,({id:r})=>r,r=>_o(e,r))}
    </tbody>
  </table>
`;var Po=250,Io=300,Ie,D,ut,mt,ht,E,br,Le,ns,yr,as,ls,cs,ds,ps,us,oe=class extends re{constructor(){super(...arguments);$(this,E);this.busy=!1;this.error="";$(this,Ie);$(this,D,new qt(this,()=>u(this,Ie)));$(this,ut,nt(()=>u(this,D).restart(),Po));$(this,mt,nt(()=>u(this,D).load(),Io));$(this,ht,!1);$(this,Le,()=>{this.open=void 0,this.error=""})}connectedCallback(){super.connectedCallback(),te(this,Ie,new U(this.console)),this.console.title(o.sources.heading),this.untilLeft(this.console.subscribe(["v2.externalcontacts.externalsources.*"],()=>u(this,mt).call(this))),this.untilLeft(()=>[u(this,ut),u(this,mt)].forEach(t=>t.cancel())),u(this,D).load()}willUpdate(){te(this,ht,this.shadowRoot?.activeElement?.closest("table")!==null&&this.shadowRoot?.activeElement!==null)}updated(t){super.updated(t),u(this,ht)&&!this.shadowRoot?.activeElement&&!this.open&&this.heading.focus()}render(){let t=u(this,D),i=l=>{t.name=l,u(this,ut).call(this)},s=l=>{t.status=l,t.restart()},n=l=>{t.pageSize=l,t.restart()};return a`<div class="page">
        <div class="head">
          <div>
            <h1 tabindex="-1">${o.sources.heading}</h1>
            <p class="lead">${o.sources.lead}</p>
          </div>
          ${p(this,E,ps).call(this)}
        </div>
        ${Hi(t.activeCount)} ${ie(this.notice)} ${p(this,E,us).call(this)} ${ji(t,i,s)}
        <div class="card table">
          ${t.failure&&!t.entities?c:p(this,E,ds).call(this)}
          ${t.entities&&(t.entities.length>0||t.hasPrevious)?Vi(t,n):c}
        </div>
      </div>
      ${p(this,E,ls).call(this)}`}};Ie=new WeakMap,D=new WeakMap,ut=new WeakMap,mt=new WeakMap,ht=new WeakMap,E=new WeakSet,br=function(t,i){this.notice={kind:"good",text:t,onDismiss:()=>this.notice=void 0,...i?{action:i}:{}},this.console.announce(t)},Le=new WeakMap,ns=async function({detail:t}){let i=this.open?.what==="add"?o.sources.added(t.name):o.sources.changed(t.name);u(this,Le).call(this),await u(this,D).load();let s=u(this,D).entities?.some(({id:n})=>n===t.id);p(this,E,br).call(this,i,s?void 0:{label:o.sources.showIt,onPress:()=>p(this,E,yr).call(this,t.name)})},yr=function(t){this.notice=void 0,u(this,D).name=t,u(this,D).status="all",u(this,D).restart()},as=async function({what:t,source:i}){if(!i||t==="add"||t==="edit")return;let s=gr[t];this.busy=!0;let n=await s.run(u(this,Ie),i);if(this.busy=!1,!n.ok)return void(this.error=Qi(n.failure));u(this,Le).call(this),p(this,E,br).call(this,s.done(i.name)),await u(this,D).load()},ls=function(){if(!this.open)return c;let{what:t,source:i}=this.open;if(t==="add"||t==="edit")return a`<extsrc-source-dialog
        .client=${u(this,Ie)}
        .source=${i}
        .activeCount=${u(this,D).activeCount}
        @saved=${p(this,E,ns)}
        @dismiss=${u(this,Le)}
      ></extsrc-source-dialog>`;let s=gr[t];return a`<extsrc-confirmation
      .heading=${s.heading(i?.name??"")}
      .sentences=${s.sentences}
      .action=${s.action}
      .busyLabel=${s.busyLabel}
      .danger=${s.danger}
      .busy=${this.busy}
      .error=${this.error}
      @confirm=${()=>p(this,E,as).call(this,{what:t,...i?{source:i}:{}})}
      @dismiss=${u(this,Le)}
    ></extsrc-confirmation>`},cs=function(){return u(this,D).filtered?$e(b.search,o.sources.noMatch,o.sources.noMatchText,a`<button type="button" @click=${()=>p(this,E,yr).call(this,"")}>${o.sources.clearFilters}</button>`):$e(b.sources,o.sources.none,o.sources.noneText)},ds=function(){let{entities:t,counts:i,loading:s}=u(this,D);return t?t.length===0?p(this,E,cs).call(this):os({entities:t,counts:i,loading:s,locale:this.console.locale,canEdit:this.console.can(ye.editSource),canDelete:this.console.can(ye.deleteSource),onAction:(n,l)=>{this.notice=void 0,this.open={what:n,source:l}}}):be(o.common.loading)},ps=function(){return this.console.can(ye.addSource)?a`<button type="button" class="primary" @click=${()=>{this.notice=void 0,this.open={what:"add"}}}>${b.add}${o.sources.add}</button>`:c},us=function(){let{failure:t}=u(this,D);if(!t)return c;let i={label:o.common.retry,onPress:()=>{u(this,D).load()}};return a`<div role="alert">${ie({kind:"bad",text:t.message,action:i})}</div>`},oe.styles=[...z,ge,Rt,ss,Bi,Fi,Wi,Ui,ze,fe,ve,f`
      .table {
        overflow: clip;
      }
    `],d([g()],oe.prototype,"open",2),d([g()],oe.prototype,"busy",2),d([g()],oe.prototype,"error",2),d([g()],oe.prototype,"notice",2),d([Y("h1")],oe.prototype,"heading",2),oe=d([R("extsrc-external-sources")],oe);var ms=f`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    border-bottom: 1px solid var(--ccp-border);
  }
  [role='tab'] {
    position: relative;
    border: 0;
    border-radius: var(--ccp-radius) var(--ccp-radius) 0 0;
    padding: 0.5rem 0.875rem;
    background: transparent;
    color: var(--ccp-text-muted);
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ccp-accent);
  }
  [role='tab'][aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 0.5rem -1px;
    height: 2px;
    border-radius: 1px;
    background: var(--ccp-accent);
  }
  [role='tab'] .mark {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--ccp-warning);
  }
  [role='tabpanel']:not([hidden]) {
    display: grid;
    gap: 1rem;
  }
  @media (max-width: 30rem) {
    [role='tablist'] {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding-bottom: 2px;
    }
    [role='tab'] {
      flex: none;
    }
  }
`;function hs({key:e},r,t){return{ArrowRight:(r+1)%t,ArrowLeft:(r+t-1)%t,Home:0,End:t-1}[e]}var zt=(e,r)=>({view:[`${e}:view`,`${r}:view`],edit:[`${e}:edit`,`${r}:edit`]}),Ye=(e,r,t,i={},s="messaging:integration")=>({key:e,parameters:["integration"],path:n=>`${ue}/conversations/messaging/identityresolution/integrations/${r}/${n}`,view:["messaging:integration:view",`messaging:identityResolution${t}:view`],edit:[`${s}:edit`,`messaging:identityResolution${t}:edit`],...i}),xr=[{key:"voice",parameters:["callFlow"],path:e=>`${ue}/architect/ivrs/${e}/identityresolution`,...zt("routing:callRoute","routing:identityResolutionIvr")},{key:"callback",parameters:["queue"],path:e=>`${ue}/routing/queues/${e}/identityresolution`,wrapper:"callOnBehalfOfQueue",...zt("routing:queue","queue:identityResolution")},{key:"email",parameters:["domain","route"],path:(e,r)=>`${ue}/routing/email/domains/${e}/routes/${r}/identityresolution`,view:["routing:email:manage","routing:identityResolutionEmail:view"],edit:["routing:email:manage","routing:identityResolutionEmail:edit"]},{key:"sms",parameters:["smsNumber"],path:e=>`${ue}/routing/sms/identityresolution/phonenumbers/${e}`,...zt("sms:phoneNumber","sms:identityResolution")},{key:"web",parameters:["deployment"],path:e=>`${ue}/webdeployments/deployments/${e}/identityresolution`,takesSource:!0,takesAutomerge:!0,...zt("webDeployments:deployment","webDeployments:identityResolution")},Ye("open","open","Open",{takesSource:!0}),Ye("whatsapp","whatsapp","WhatsApp"),Ye("facebook","facebook","Facebook"),Ye("instagram","instagram","Instagram"),Ye("apple","apple","Apple"),Ye("x","twitter","X",{},"messaging:XIntegration")],$r=(e,r)=>e.path(...r.map(t=>encodeURIComponent(t.trim())));var fs=(e,r)=>e.ok?Oe(r?e.value[r]:e.value):e,wr={get:async(e,r,t,i)=>fs(await e.get(r,i),t),put:async(e,r,t,i)=>fs(await e.send("PUT",r,i?{[i]:t}:t),i)};var kr=e=>({resolves:e.resolveIdentities,division:e.division?.id??"*",sourceId:e.externalSource?.id??"",mergesSignedIn:e.automerge?.authenticatedWebMessaging??!1,mergesTracked:e.automerge?.webTracking??!1});function gs(e,r){let t={resolveIdentities:e.resolves,division:{id:e.division.trim()||"*"}};return r.takesSource&&e.sourceId&&(t.externalSource={id:e.sourceId}),r.takesAutomerge&&(t.automerge={authenticatedWebMessaging:e.mergesSignedIn,webTracking:e.mergesTracked}),t}var vs=(e,r)=>JSON.stringify(e)===JSON.stringify(r);function bs(e,{wrapper:r}){let t=l=>Ne(e,r?`${r}.${l}`:l),i={},s=t("division.id")||t("division");s&&(i.division=s);let n=e.code==="external.source.not.found"?e.message:t("externalSource.id");return n&&(i.source=n),s||n?i:{other:e.message}}function ys(e,r){let t=[["",o.resolution.noSource],...e.map(({id:i,name:s})=>[i,s])];return r&&!e.some(({id:i})=>i===r.id)&&t.push([r.id,o.resolution.formerSource(r.name??r.id.slice(0,8))]),t}var xs=f`
  :host(:not([hidden])) {
    display: grid;
    gap: 1rem;
  }
  .chooser {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: flex-end;
  }
  .chooser .field {
    flex: 1 1 14rem;
    max-width: 24rem;
  }
  .chooser .field:has(.error) {
    align-self: flex-start;
  }
  .configuration {
    display: grid;
    gap: 1.375rem;
    padding: 1.5rem;
    max-width: 46rem;
  }
  h3 {
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }
  fieldset {
    display: grid;
    gap: 1rem;
    margin: 0;
    padding: 1rem 1.25rem 1.25rem;
    border: 1px solid var(--ccp-border);
    border-radius: var(--ccp-radius);
  }
  legend {
    font-weight: 600;
    padding: 0 0.375rem;
  }
  .save {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  @media (max-width: 30rem) {
    .chooser .field {
      max-width: none;
    }
    .chooser button {
      width: 100%;
    }
    .configuration {
      padding: 1rem;
    }
  }
`;var Me,x,Xe,$s,Sr,Wt,ws,ks,Ss,Cs,Es,Ts,As,O=class extends M{constructor(){super(...arguments);$(this,x);this.typed=[];this.missing=!1;this.opening=!1;this.openError="";this.saving=!1;this.saved=!1;this.errors={};this.active=[];this.asksToDiscard=!1;$(this,Me)}connectedCallback(){super.connectedCallback(),te(this,Me,new U(this.console)),this.typed=this.channel.parameters.map(()=>"")}get unsaved(){return this.draft!==void 0&&this.opened!==void 0&&!vs(this.draft,kr(this.opened.stored))}updated(){this.dispatchEvent(new CustomEvent("unsaved-change"))}render(){return a`
      ${p(this,x,ks).call(this)}
      <div role="alert">${this.openError?W("open",this.openError):c}</div>
      ${p(this,x,Ts).call(this)} ${p(this,x,As).call(this)}
    `}};Me=new WeakMap,x=new WeakSet,Xe=function(t){this.draft&&(this.draft={...this.draft,...t}),this.saved=!1,this.errors={}},$s=function(t){t.preventDefault(),!this.opening&&(this.missing=this.typed.some(i=>i.trim()===""),!this.missing&&(this.unsaved?this.asksToDiscard=!0:p(this,x,Sr).call(this)))},Sr=async function(){this.asksToDiscard=!1,this.opening=!0,this.openError="";let t=this.typed.map(n=>n.trim()),[i,s]=await Promise.all([wr.get(u(this,Me),$r(this.channel,t),this.channel.wrapper),this.channel.takesSource?j.active(u(this,Me)):void 0]);if(this.opening=!1,!i.ok)return void(this.openError=i.failure.message);this.active=s?.ok?s.value:[],p(this,x,Wt).call(this,t,i.value),this.saved=!1,this.console.announce(o.resolution.openedText(t.at(-1)??""))},Wt=function(t,i){this.opened={ids:t,stored:i},this.draft=kr(i),this.errors={}},ws=async function(t){if(t.preventDefault(),this.saving||!this.draft||!this.opened)return;this.saving=!0;let{ids:i}=this.opened,s=await wr.put(u(this,Me),$r(this.channel,i),gs(this.draft,this.channel),this.channel.wrapper);if(this.saving=!1,!s.ok)return this.errors=bs(s.failure,this.channel),await this.updateComplete,void this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();p(this,x,Wt).call(this,i,s.value),this.saved=!0,this.console.announce(o.resolution.saved)},ks=function(){return a`<form class="chooser" novalidate @submit=${p(this,x,$s)}>
      ${this.channel.parameters.map((t,i)=>F({id:`${this.channel.key}-${t}`,label:o.resolution.parameters[t],value:this.typed[i]??"",error:this.missing&&!this.typed[i]?.trim()?o.resolution.idMissing:void 0,onInput:s=>this.typed=this.typed.with(i,s)}))}
      ${H({label:o.resolution.open,busyLabel:o.resolution.opening,busy:this.opening,type:"submit"})}
    </form>`},Ss=function(t,i){return this.channel.takesSource?Ke({id:"source",label:o.resolution.source,hint:o.resolution.sourceHint,value:t.sourceId,options:ys(this.active,this.opened?.stored.externalSource),disabled:i,error:this.errors.source,onChange:s=>p(this,x,Xe).call(this,{sourceId:s})}):c},Cs=function(t,i){return this.channel.takesAutomerge?a`<fieldset>
      <legend>${o.resolution.automerge}</legend>
      ${Qe({id:"signed-in",label:o.resolution.mergesSignedIn,hint:o.resolution.mergesSignedInHint,checked:t.mergesSignedIn,disabled:i,onChange:s=>p(this,x,Xe).call(this,{mergesSignedIn:s})})}
      ${Qe({id:"tracked",label:o.resolution.mergesTracked,hint:o.resolution.mergesTrackedHint,checked:t.mergesTracked,disabled:i,onChange:s=>p(this,x,Xe).call(this,{mergesTracked:s})})}
    </fieldset>`:c},Es=function(){return a`<div class="save">
      ${H({label:o.common.save,busyLabel:o.common.saving,busy:this.saving,kind:"primary",type:"submit"})}
      ${this.unsaved?a`<button type="button" @click=${()=>this.opened&&p(this,x,Wt).call(this,this.opened.ids,this.opened.stored)}>
                ${o.resolution.undo}
              </button>
              <span class="badge careful">${o.resolution.unsaved}</span>`:c}
      ${this.saved?a`<span class="badge good">${o.resolution.saved}</span>`:c}
    </div>`},Ts=function(){if(!this.opened||!this.draft)return c;let{draft:t}=this,i=this.channel.edit.every(s=>this.console.can(s));return a`<form class="card configuration" novalidate @submit=${p(this,x,ws)}>
      <h3>${o.resolution.integration(this.opened.ids.join(" / "))}</h3>
      ${Qe({id:"resolves",label:o.resolution.resolves,hint:o.resolution.resolvesHint,checked:t.resolves,disabled:!i,onChange:s=>p(this,x,Xe).call(this,{resolves:s})})}
      ${p(this,x,Ss).call(this,t,!i)} ${p(this,x,Cs).call(this,t,!i)}
      ${F({id:"division",label:o.resolution.division,hint:o.resolution.divisionHint,value:t.division,disabled:!i,error:this.errors.division,onInput:s=>p(this,x,Xe).call(this,{division:s})})}
      <div role="alert">${this.errors.other?W("form",this.errors.other):c}</div>
      ${i?p(this,x,Es).call(this):a`<p class="muted">${o.resolution.readOnly}</p>`}
    </form>`},As=function(){return this.asksToDiscard?a`<extsrc-confirmation
      .heading=${o.resolution.discardHeading}
      .sentences=${[o.resolution.discardText]}
      .action=${o.resolution.discard}
      danger
      @confirm=${()=>p(this,x,Sr).call(this)}
      @dismiss=${()=>this.asksToDiscard=!1}
    ></extsrc-confirmation>`:c},O.styles=[...z,xs],d([y({attribute:!1})],O.prototype,"console",2),d([y({attribute:!1})],O.prototype,"channel",2),d([g()],O.prototype,"typed",2),d([g()],O.prototype,"missing",2),d([g()],O.prototype,"opening",2),d([g()],O.prototype,"openError",2),d([g()],O.prototype,"opened",2),d([g()],O.prototype,"draft",2),d([g()],O.prototype,"saving",2),d([g()],O.prototype,"saved",2),d([g()],O.prototype,"errors",2),d([g()],O.prototype,"active",2),d([g()],O.prototype,"asksToDiscard",2),O=d([R("extsrc-integration-form")],O);var N,Vt,Kt,Rs,_s,Ps,Is,ke=class extends re{constructor(){super(...arguments);$(this,N);this.shown="";this.visited=[];this.unsavedTabs=[]}connectedCallback(){super.connectedCallback(),this.console.title(o.resolution.heading);let[t]=u(this,N,Vt);t&&p(this,N,Kt).call(this,t);let i=s=>{this.unsaved&&s.preventDefault()};window.addEventListener("beforeunload",i),this.untilLeft(()=>window.removeEventListener("beforeunload",i))}get unsaved(){return this.unsavedTabs.length>0}render(){let t=u(this,N,Vt);return a`<div class="page">
      <div class="head">
        <div>
          <h1 tabindex="-1">${o.resolution.heading}</h1>
          <p class="lead">${o.resolution.lead}</p>
        </div>
      </div>
      ${t.length===0?$e(b.person,o.resolution.nothing,o.resolution.nothingText):a`<div role="tablist" aria-label=${o.resolution.channelsLabel} @keydown=${p(this,N,Rs)}>
                ${t.map(i=>p(this,N,Ps).call(this,i))}
              </div>
              ${t.map(i=>p(this,N,Is).call(this,i))}`}
    </div>`}};N=new WeakSet,Vt=function(){return xr.filter(({view:t})=>t.every(i=>this.console.can(i)))},Kt=function({key:t}){this.shown=t,this.visited.includes(t)||(this.visited=[...this.visited,t])},Rs=function(t){let i=u(this,N,Vt),s=hs(t,i.findIndex(({key:l})=>l===this.shown),i.length),n=s===void 0?void 0:i[s];n&&(t.preventDefault(),p(this,N,Kt).call(this,n),this.renderRoot.querySelector(`#tab-${n.key}`)?.focus())},_s=function(t,{unsaved:i}){i!==this.unsavedTabs.includes(t)&&(this.unsavedTabs=i?[...this.unsavedTabs,t]:this.unsavedTabs.filter(s=>s!==t))},Ps=function({key:t}){let i=t===this.shown,s=this.unsavedTabs.includes(t);return a`<button
      type="button"
      role="tab"
      id="tab-${t}"
      aria-selected=${i?"true":"false"}
      aria-controls="panel-${t}"
      tabindex=${i?0:-1}
      @click=${n=>{p(this,N,Kt).call(this,xr.find(l=>l.key===t)),n.currentTarget.focus()}}
    >
      ${o.resolution.channels[t]}${s?a`<span class="mark" title=${o.resolution.unsaved}></span
              ><span class="visually-hidden">${o.resolution.unsavedMark}</span>`:""}
    </button>`},Is=function(t){let{key:i}=t;return a`<section role="tabpanel" id="panel-${i}" aria-labelledby="tab-${i}" ?hidden=${i!==this.shown}>
      <h2 class="visually-hidden">${o.resolution.channels[i]}</h2>
      <p class="muted">${o.resolution.channelHints[i]}</p>
      ${this.visited.includes(i)?a`<extsrc-integration-form
              .console=${this.console}
              .channel=${t}
              @unsaved-change=${s=>p(this,N,_s).call(this,i,s.target)}
            ></extsrc-integration-form>`:""}
    </section>`},ke.styles=[...z,ge,ms,ze],d([g()],ke.prototype,"shown",2),d([g()],ke.prototype,"visited",2),d([g()],ke.prototype,"unsavedTabs",2),ke=d([R("extsrc-identity-resolution")],ke);
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/decorators/query-assigned-elements.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/if-defined.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
